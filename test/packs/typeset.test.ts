import {expect, test} from 'vitest';
import {typeset} from '../../src/packs/typeset.ts';
import {typesetContent} from '../../src/packs/typeset-content.ts';
import {figure, kpi, kpis, samplePage} from '../pages/sample-page.ts';
import {samplePack} from './sample-pack.ts';

const published = new Date('2026-11-02T05:00:00Z');

async function pdfOf(part: Parameters<typeof samplePack>[0]): Promise<string> {
  return Buffer.from(await typeset(typesetContent(samplePack(part)), published)).toString('latin1');
}

test('a PDF passes the export for PDF/UA-1, tells its title and language, and has the same bytes again', async () => {
  const page = samplePage([kpis([kpi()]), figure()]);
  const pdf = await pdfOf({page});
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(pdf).toContain('Weekly review, Week 44');
  expect(pdf).toMatch(/\/Lang ?\(en-GB\)/);
  expect((await pdfOf({page})) === pdf).toBe(true);
});

test('a page without a headline, without blocks or with a restatement can be set', async () => {
  const restated = [{label: 'Backlog', before: '60', after: '61', nBefore: 60, nAfter: 61}];
  const parts = [
    {page: samplePage([])},
    {page: samplePage([{kind: 'headline', text: 'Nothing left its usual range', lede: []}])},
    {restated, restatedBecause: 'late.csv came in.', version: 2},
  ];
  for (const part of parts) expect(await pdfOf(part)).toContain('%PDF-1.7');
});
