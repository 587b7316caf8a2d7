import {expect, test} from 'vitest';
import type {Block} from '../../src/pages/resolved-page.ts';
import {packMail} from '../../src/packs/mail/pack-mail.ts';
import {kpi, kpis, samplePage} from '../pages/sample-page.ts';
import {samplePack} from './sample-pack.ts';

const candidates: Block = {
  ...{kind: 'table', id: 'candidates', title: '24 of 79 candidates are new', subtitle: ''},
  ...{note: [{text: 'As known on 2 Nov 2026.'}], downloads: []},
  table: {
    columns: [
      {label: 'Candidate', align: 'left'},
      {label: 'Incidents', align: 'right'},
    ],
    rows: [[{text: 'VPN disconnects'}, {text: '98', value: 98}]],
  },
};

test('a mail says in both its parts what the pack says, with the notes of its lists', () => {
  const page = samplePage([kpis([kpi()]), candidates]);
  const {html, text} = packMail(samplePack({page}));
  for (const said of [
    ...['24 of 79 candidates are new', 'VPN disconnects', 'Incidents: 98'],
    ...['As known on 2 Nov 2026.', kpi().label],
  ]) {
    expect(html).toContain(said);
    expect(text).toContain(said);
  }
  expect(html).not.toMatch(/<script|<img|<link/);
});
