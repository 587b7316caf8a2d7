import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Workspace} from '../../src/config/workspace.ts';
import {findDefinition} from '../../src/packs/find-definition.ts';
import {listPacks, packVersions} from '../../src/packs/list-packs.ts';
import {packFileNames} from '../../src/packs/pack-files.ts';
import {ownDefinitions} from '../../src/packs/pack-definition.ts';
import {restatedBecause} from '../../src/packs/restate.ts';
import {writePack} from '../../src/packs/write-pack.ts';
import {
  buildSmall,
  landOneMore,
  publishSmall,
  temporaryWorkspace,
} from '../server/small-workspace.ts';

let workspace: Workspace;
let remove: () => void;
const [weekly] = ownDefinitions;
const now = () => new Date('2016-03-21T09:00:00Z');
const writeWeekly = (period: string | null = null) => writePack(workspace, weekly!, {period, now});

beforeAll(async () => {
  ({workspace, remove} = temporaryWorkspace());
  await publishSmall(workspace);
});

afterAll(() => remove());

test('a pack holds a page that needs nothing else, a PDF and the figures', async () => {
  const {directory, pack, isNew} = await writeWeekly();
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
  const again = await writeWeekly();
  expect(again).toMatchObject({isNew: false, pack: {version: 1, build: 1}});
  expect(existsSync(join(workspace.packsDirectory, 'weekly', '2016-W11', 'v2'))).toBe(false);
});

test('late data makes the next version, which says what it restates and leaves the first as it was', async () => {
  const first = join(workspace.packsDirectory, 'weekly', '2016-W11', 'v1', 'index.html');
  const before = readFileSync(first, 'utf8');
  await landOneMore(workspace, 'INC9001');
  await buildSmall(workspace);
  const {pack, directory, isNew} = await writeWeekly();
  expect(isNew).toBe(true);
  expect(pack.version).toBe(2);
  const backlog = pack.restated.find(({label}) => label === 'Backlog');
  expect(Number(backlog?.after)).toBe(Number(backlog?.before) + 1);
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  expect(html.includes('Restated since version 1')).toBe(true);
  expect(pack.restatedBecause).toBe(
    'Between build 1 and build 3 no file came in; settings or decisions can have changed.',
  );
  expect(readFileSync(first, 'utf8') === before).toBe(true);
});

test('a restated pack names the files that came in between its versions', () => {
  const before = {build: 3, codeVersion: '1.0.0', imports: [{id: 1, file: 'a.csv'}]};
  const files = ['b', 'c', 'd', 'e', 'f'].map((name, index) => ({
    id: index + 2,
    file: `${name}.csv`,
  }));
  const after = {build: 5, codeVersion: '1.1.0', imports: [...before.imports, ...files]};
  expect(restatedBecause(before, after)).toBe(
    'Between build 3 and build 5, b.csv, c.csv, d.csv, e.csv and 1 more file came in and Meantime 1.0.0 became 1.1.0.',
  );
});

test('a period that has no data, and a word that is no pack, are refused with a way out', async () => {
  await expect(writeWeekly('2016-13')).rejects.toMatchObject({
    name: 'UserError',
  });
  await expect(writeWeekly('2010-W05')).rejects.toMatchObject({
    message: expect.stringMatching(/^Week 5, .* lies before the data: they begin on .* 201\d\.$/),
    remedy: 'Choose a week of the data, or none for the last complete one.',
  });
  await expect(writeWeekly('2030-W05')).rejects.toThrow(/lies after the data: they end on /);
});

test('a pack in French is French throughout, and says so to whoever reads it aloud', async () => {
  const packsDirectory = join(workspace.directory, 'french');
  const [weekly] = ownDefinitions;
  const {pack, directory} = await writePack(workspace, weekly!, {
    ...{language: 'fr', packsDirectory, now},
  });
  expect(pack).toMatchObject({language: 'fr', page: {title: 'Revue hebdomadaire'}});
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  expect(html.includes('<html lang="fr-FR">')).toBe(true);
  expect(html.includes('La semaine face à son historique')).toBe(true);
  const pdf = readFileSync(join(directory, 'pack.pdf'), 'latin1');
  expect(/\/Lang ?\(fr\)/.test(pdf)).toBe(true);
});

test('a workspace’s own pack is of its part of the incidents only, and says so in every format', async () => {
  const place = join(workspace.directory, 'packs.d');
  mkdirSync(place, {recursive: true});
  const lines = [
    'title: Mail review',
    'grain: week',
    'where: {service: Mail}',
    'blocks: [kpis, flow]',
  ];
  writeFileSync(join(place, 'mail-review.yaml'), lines.join('\n'));
  const definition = await findDefinition(workspace, 'mail-review');
  const {pack, directory} = await writePack(workspace, definition, {period: '2016-W11', now});
  expect(pack).toMatchObject({
    kind: 'mail-review',
    filters: [{label: 'service', values: ['Mail']}],
  });
  const flow = pack.page.blocks.find((block) => block.kind === 'figure');
  const opened = flow?.data.chart === 'flow' ? flow.data.rows.at(-1)?.opened : null;
  // Seven days of one incident every eight hours, a third of them about mail.
  expect(opened).toBe(7);
  for (const file of ['index.html', 'mail.html'])
    expect(readFileSync(join(directory, file), 'utf8')).toContain('service: Mail');
  expect(await listPacks(workspace)).toContainEqual(
    expect.objectContaining({kind: 'mail-review', title: 'Mail review', period: '2016-W11'}),
  );
});

test('a pack of what no incident has, and one that isn’t there, are refused with those there are', async () => {
  const [weekly] = ownDefinitions;
  const where = [{dimension: 'service', values: ['Fax']}];
  await expect(writePack(workspace, {...weekly!, where}, {now})).rejects.toMatchObject({
    message: 'No incident has the service "Fax" that the weekly pack is of.',
    remedy: expect.stringContaining('Printing'),
  });
  await expect(findDefinition(workspace, 'yearly')).rejects.toMatchObject({
    remedy: 'Use one of: weekly, monthly, mail-review.',
  });
});

test('every file of a pack is there, and its page is small enough to send', async () => {
  const [pack] = await packVersions(workspace, 'weekly', '2016-W11');
  expect(pack?.files.map(({name}) => name)).toEqual(packFileNames);
  const html = pack?.files.find(({name}) => name === 'index.html');
  expect(html?.bytes).toBeLessThan(1_500_000);
});
