import {readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {testWorkspace, type TestWorkspace} from './import-texts.ts';

const utc = {timezone: 'UTC'};

/** In two orders of day and month. */
const ambiguous = (rows: string[]) =>
  ['number,short_description,state,priority,opened_at', ...rows, ''].join('\n');

const opened = (space: TestWorkspace) =>
  space.query('select record_id, opened_at from record_version order by record_id');

test('a known file said to be in another encoding is read again in the place of its first reading', async () => {
  const space = testWorkspace();
  const text = 'number,short_description,state,opened_at,priority,assignment_group\n';
  const row = 'INC1,Tiskárna – Děčín,New,2026-01-05 08:00:00,3 - Moderate,Síť\n';
  const file = space.file('list.csv', bytesIn1250(text + row));
  await space.import(file, {...utc, encoding: 'windows-1252'});
  const wrong = await space.query('select title from record_version');
  expect(wrong[0]?.title).not.toContain('Děčín');

  const [again] = await space.importAll(file, {...utc, encoding: 'windows-1250'});
  expect(again).toMatchObject({isReread: true, isRepeat: false, rowsAccepted: 1, importId: 1});
  expect(again?.encoding).toBe('windows-1250');
  expect(again?.warnings[0]).toMatch(/read otherwise: that reading is withdrawn/);
  const titles = [{title: 'Tiskárna – Děčín'}];
  expect(await space.query('select title from record_version')).toEqual(titles);
  expect(await space.query('select count(*) as n from import_log')).toEqual([{n: 1}]);

  const [same] = await space.importAll(file, {...utc, encoding: 'windows-1250'});
  expect(same).toMatchObject({isRepeat: true, isReread: false});
  await space.reimport();
  expect(await space.query('select title from record_version')).toEqual(titles);
});

test('a known file said to have another order of dates is read again, rows it shares with others too', async () => {
  const space = testWorkspace();
  const shared = 'A-1,Printer,New,2 - High,03/04/2026 10:00:00';
  const first = space.file(
    'first.csv',
    ambiguous([shared, 'A-2,Mouse,New,4 - Low,05/06/2026 11:00:00']),
  );
  const second = space.file(
    'second.csv',
    ambiguous([shared, 'A-3,VPN,New,4 - Low,25/06/2026 11:00:00']),
  );
  await space.import(first, {...utc, dateOrder: 'month-first'});
  const [overlap] = await space.importAll(second, utc);
  expect(overlap).toMatchObject({rowsAccepted: 1, rowsUnchanged: 1});
  expect(await opened(space)).toMatchObject([
    {opened_at: new Date('2026-03-04T10:00:00Z')},
    {opened_at: new Date('2026-05-06T11:00:00Z')},
    {opened_at: new Date('2026-06-25T11:00:00Z')},
  ]);

  const [again] = await space.importAll(first, {...utc, dateOrder: 'day-first'});
  expect(again).toMatchObject({isReread: true, rowsAccepted: 2});
  const right = [
    {record_id: 'A-1', opened_at: new Date('2026-04-03T10:00:00Z')},
    {record_id: 'A-2', opened_at: new Date('2026-06-05T11:00:00Z')},
    {record_id: 'A-3', opened_at: new Date('2026-06-25T11:00:00Z')},
  ];
  expect(await opened(space)).toEqual(right);
  expect(await space.importAll(first, {...utc, dateOrder: 'day-first'})).toMatchObject([
    {isRepeat: true},
  ]);
  // What the second file proves by itself can't be said otherwise.
  expect(await space.importAll(second, {...utc, dateOrder: 'month-first'})).toMatchObject([
    {isRepeat: true},
  ]);
  await space.reimport();
  expect(await opened(space)).toEqual(right);
});

test('a correction changes nothing where a file is missing from the archive', async () => {
  const space = testWorkspace();
  const row = 'A-1,Tiskárna,New,2 - High,03/04/2026 10:00:00';
  const file = space.file('first.csv', bytesIn1250(ambiguous([row])));
  await space.import(file, {...utc, encoding: 'windows-1250', dateOrder: 'day-first'});
  const {archiveDirectory} = space.workspace;
  for (const name of readdirSync(archiveDirectory)) rmSync(join(archiveDirectory, name));
  await expect(space.importAll(file, {...utc, dateOrder: 'month-first'})).rejects.toThrow(
    /first\.csv is not in the archive/,
  );
  expect(await space.query('select title from record_version')).toEqual([{title: 'Tiskárna'}]);
});

/** The few letters beyond ASCII that these texts have. */
function bytesIn1250(text: string): Buffer {
  const codes: Record<string, number> = {á: 0xe1, ě: 0xec, č: 0xe8, í: 0xed, ť: 0x9d, '–': 0x96};
  return Buffer.from([...text].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
}
