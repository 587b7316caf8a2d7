import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {silentProgress} from '../../src/base/progress.ts';
import {reimport} from '../../src/import/reimport.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

async function parquet(select: string): Promise<Buffer> {
  const path = testWorkspace().file('made.parquet', '');
  const database = await openDatabase(':memory:');
  await database.run(`copy (${select}) to '${path}' (format parquet)`);
  database.close();
  return readFileSync(path);
}

const rows = `select 'INC' || n as number, 'New' as state, 3 as priority,
  timestamp '2026-03-14 10:00:00' + to_hours(n::int) as opened_at,
  timestamptz '2026-03-15 10:00:00+02' as resolved_at,
  ['a', 'b'] as tags, {'city': 'Köln'} as place, '?' as nothing
  from range(3) as t(n)`;

test.each([
  ['Parquet', (content: Buffer) => content],
  ['Parquet in gzip', (content: Buffer) => gzipSync(content)],
])('%s lands as CSV would, and again from the archive', async (_name, pack) => {
  const space = testWorkspace();
  const file = space.file('incident.parquet', pack(await parquet(rows)));
  const result = await space.import(file, {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({connector: 'servicenow', rowsRead: 3, rowsAccepted: 3});
  expect(unaccounted(result)).toBe(0);
  const landed = () =>
    space.query('select number, opened_at, resolved_at, attributes from record_version order by 1');
  const expected = await landed();
  expect(expected[1]).toMatchObject({
    number: 'INC1',
    opened_at: new Date('2026-03-14T10:00:00Z'),
    resolved_at: new Date('2026-03-15T08:00:00Z'),
    attributes: {tags: 'a, b', place: '{"city":"Köln"}'},
  });
  const effects = {log: {info() {}, warn() {}}, progress: silentProgress, now: () => new Date()};
  await reimport({workspace: space.workspace}, effects);
  expect(await landed()).toEqual(expected);
});

test('rows that can’t be read are rejected with their cells', async () => {
  const space = testWorkspace();
  const broken = rows.replace(
    "'INC' || n as number",
    "case when n > 0 then 'INC' || n end as number",
  );
  const result = await space.import(space.file('x.parquet', await parquet(broken)), {
    timezone: 'UTC',
  });
  expect(result).toMatchObject({rowsRead: 3, rowsAccepted: 2, rowsRejected: 1});
});

test('one cut off is refused in one line', async () => {
  const space = testWorkspace();
  const whole = await parquet(rows);
  const error = await space
    .import(space.file('x.parquet', whole.subarray(0, 300)))
    .catch((e: unknown) => e);
  expect(error).toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(/damaged or cut-off Parquet/),
  });
});
