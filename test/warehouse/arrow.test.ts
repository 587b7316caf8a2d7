import {tableFromIPC} from 'apache-arrow';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {arrowStream} from '../../src/warehouse/arrow.ts';
import {openDatabase, type Database} from '../../src/warehouse/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

async function roundTrip(sql: string): Promise<Record<string, unknown>[]> {
  const table = tableFromIPC(await arrowStream(await database.result(sql)));
  return table.toArray().map((row) => ({...row.toJSON()}));
}

test('every kind of column survives, with its nulls', async () => {
  await database.run(`create type mood as enum ('calm', 'busy')`);
  const rows = await roundTrip(`
    select * from (values
      (1::tinyint, 2::smallint, 3::integer, 4::bigint, 1.5::double, 0.25::float, true, 'Zürich 😀',
        'busy'::mood, date '2016-03-07', timestamptz '2016-03-07 10:00:00.123456+01', 12.34::decimal(9, 2),
        340282366920938463463::hugeint, ['a', 'b'], 200::utinyint),
      (null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
      (-1, -2, -3, -4, -1.5, -0.25, false, '', 'calm', date '1969-12-31',
        timestamptz '1969-12-31 23:59:59.9995+00', -0.5, -7, [], 0)
    ) t(a, b, c, d, e, f, g, h, i, j, k, l, m, o, p)`);
  expect(rows).toEqual([
    {
      a: 1,
      b: 2,
      c: 3,
      d: 4n,
      e: 1.5,
      f: 0.25,
      g: true,
      h: 'Zürich 😀',
      i: 'busy',
      j: Date.UTC(2016, 2, 7),
      k: Date.UTC(2016, 2, 7, 9, 0, 0, 123),
      l: 12.34,
      m: 340282366920938463463,
      o: '["a","b"]',
      p: 200,
    },
    {
      a: null,
      b: null,
      c: null,
      d: null,
      e: null,
      f: null,
      g: null,
      h: null,
      i: null,
      j: null,
      k: null,
      l: null,
      m: null,
      o: null,
      p: null,
    },
    {
      a: -1,
      b: -2,
      c: -3,
      d: -4n,
      e: -1.5,
      f: -0.25,
      g: false,
      h: '',
      i: 'calm',
      j: Date.UTC(1969, 11, 31),
      k: -1,
      l: -0.5,
      m: -7,
      o: '[]',
      p: 0,
    },
  ]);
});

test('rows and nulls keep their places over many chunks of odd sizes', async () => {
  const sql = `select i as number, case when i % 3 > 0 then 'text ' || i end as text,
      case when i % 7 > 0 then i / 4 end as share
    from range(10001) t(i) where i % 11 > 0 order by i`;
  const rows = await roundTrip(sql);
  const expected = await database.query(sql);
  expect(rows.map((row) => ({...row, number: Number(row.number)}))).toEqual(expected);
});

test('an enum of more than 255 values keeps them apart', async () => {
  await database.run(`create type wide as enum (select 'v' || i from range(300) t(i))`);
  const rows = await roundTrip(`select ('v' || i)::wide as value from range(300) t(i) order by i`);
  expect(rows.map((row) => row.value)).toEqual(Array.from({length: 300}, (_, i) => `v${i}`));
});

test('a result without rows keeps its columns', async () => {
  const bytes = await arrowStream(await database.result(`select 1 as a, 'x' as b where false`));
  const table = tableFromIPC(bytes);
  expect(table.numRows).toBe(0);
  expect(table.schema.fields.map((field) => field.name)).toEqual(['a', 'b']);
});
