import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {writeReviewPack} from '../../src/cli/pack.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {buildSmall, landOneMore, landSmall, temporaryWorkspace} from '../server/small-workspace.ts';

let workspace: Workspace;
let remove: () => void;
const context = () => ({workspace, now: () => new Date('2016-03-21T09:00:00Z')});

beforeAll(async () => {
  ({workspace, remove} = temporaryWorkspace());
  await landSmall(workspace);
  await buildSmall(workspace);
});

afterAll(() => remove());

test('a pack holds a page that needs nothing else, a PDF and the figures', async () => {
  const {directory, pack, isNew} = await writeReviewPack('weekly', {}, context());
  expect(isNew).toBe(true);
  expect(pack).toMatchObject({kind: 'weekly', period: '2016-W11', version: 1, restated: []});
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  // Not `toMatch`: a failure would print half a megabyte.
  expect(html.match(/<script|<link|href="\/[^"]*"|src="\/|url\(['"]?\//g)).toBeNull();
  expect(html.includes('data:font/woff2;base64,')).toBe(true);
  expect(readFileSync(join(directory, 'pack.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(JSON.parse(readFileSync(join(directory, 'pack.json'), 'utf8'))).toEqual(pack);
});

test('the same figures from another build are no new version', async () => {
  await buildSmall(workspace);
  const again = await writeReviewPack('weekly', {}, context());
  expect(again).toMatchObject({isNew: false, pack: {version: 1, build: 1}});
  expect(existsSync(join(workspace.packsDirectory, 'weekly', '2016-W11', 'v2'))).toBe(false);
});

test('late data makes the next version, which says what it restates and leaves the first as it was', async () => {
  const first = join(workspace.packsDirectory, 'weekly', '2016-W11', 'v1', 'index.html');
  const before = readFileSync(first, 'utf8');
  await landOneMore(workspace, 'INC9001');
  await buildSmall(workspace);
  const {pack, directory, isNew} = await writeReviewPack('weekly', {}, context());
  expect(isNew).toBe(true);
  expect(pack.version).toBe(2);
  const backlog = pack.restated.find(({label}) => label === 'Backlog');
  expect(Number(backlog?.after)).toBe(Number(backlog?.before) + 1);
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  expect(html.includes('Restated since version 1')).toBe(true);
  expect(readFileSync(first, 'utf8') === before).toBe(true);
});

test('a period that has no data, and a word that is no pack, are refused with a way out', async () => {
  await expect(writeReviewPack('weekly', {period: '2016-13'}, context())).rejects.toMatchObject({
    name: 'UserError',
  });
});

test('a pack in French is French throughout, and says so to whoever reads it aloud', async () => {
  const out = join(workspace.directory, 'french');
  const {pack, directory} = await writeReviewPack('weekly', {language: 'fr', out}, context());
  expect(pack).toMatchObject({language: 'fr', page: {title: 'Revue hebdomadaire'}});
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  expect(html.includes('<html lang="fr-FR">')).toBe(true);
  expect(html.includes('La semaine face à son historique')).toBe(true);
  const pdf = readFileSync(join(directory, 'pack.pdf'), 'latin1');
  expect(/\/Lang ?\(fr\)/.test(pdf)).toBe(true);
});

test('a language that no pack is written in is refused', async () => {
  await expect(writeReviewPack('weekly', {language: 'nl'}, context())).rejects.toMatchObject({
    remedy: 'Use one of: en, fr.',
  });
});
