import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Workspace} from '../../src/config/workspace.ts';
import {ownDefinitions} from '../../src/packs/pack-definition.ts';
import {restatedBecause} from '../../src/packs/restate.ts';
import {writePack} from '../../src/packs/write-pack.ts';
import {buildSmall, landOneMore, landSmall, temporaryWorkspace} from '../server/small-workspace.ts';

let workspace: Workspace;
let remove: () => void;
const [weekly] = ownDefinitions;
const now = () => new Date('2016-03-21T09:00:00Z');
const writeWeekly = (period: string | null = null) => writePack(workspace, weekly!, {period, now});

beforeAll(async () => {
  ({workspace, remove} = temporaryWorkspace());
  await landSmall(workspace);
  await buildSmall(workspace);
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
});
