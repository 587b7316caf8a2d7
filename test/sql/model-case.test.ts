import {afterAll, describe, expect, test} from 'vitest';
import {parseModel} from '../../src/models/load.ts';
import {orderModels} from '../../src/models/order.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {parseCase, runCase} from './model-case.ts';

const models = [
  parseModel('staging', 'ticket', '-- Tickets.\nselect record_id, hours from landing.ticket'),
  parseModel(
    'marts',
    'total',
    '-- Sum.\nselect sum(hours) as hours, count(*) as n from staging.ticket',
  ),
];

describe('a model test', async () => {
  const database = await openDatabase(':memory:');
  afterAll(() => database.close());
  await database.run(`create schema landing; create schema staging; create schema marts;
    create table landing.ticket (record_id varchar not null, hours double, row_hash ubigint not null)`);
  const ordered = await orderModels(database, models);
  for (const {name, sql} of ordered) await database.run(`create table ${name} as ${sql}`);

  const differences = (text: string) =>
    database.session((session) => runCase(session, ordered, parseCase('case.sql', text)));

  test('runs every model between the given rows and the tested one', async () => {
    const text = `-- Hours add up.
-- model marts.total
-- given landing.ticket
from (values (0.1), (0.2)) t(hours)
-- expect
select 0.3 as hours`;
    expect(await differences(text)).toEqual({missing: [], unexpected: []});
  });

  test('tells rows that are missing and rows that nobody expected', async () => {
    const text = `-- Hours add up.
-- model marts.total
-- given staging.ticket
select 2 as hours
-- expect
select 3 as hours, 1 as n`;
    expect(await differences(text)).toEqual({
      missing: [{hours: 3, n: 1}],
      unexpected: [{hours: 2, n: 1}],
    });
  });

  test('counts equal rows, and leaves the tables as they were', async () => {
    const text = `-- Each once.
-- model staging.ticket
-- given landing.ticket
from (values ('A'), ('A')) t(record_id)
-- expect
select 'A' as record_id`;
    expect(await differences(text)).toEqual({missing: [], unexpected: [{record_id: 'A'}]});
    expect(await database.query('from landing.ticket')).toEqual([]);
    expect(
      await differences(
        text.replace(/select 'A'.*$/, '').replace('-- expect', '-- expect nothing'),
      ),
    ).toMatchObject({
      unexpected: [{record_id: 'A'}, {record_id: 'A'}],
    });
  });

  test('refuses a column that the model does not have', async () => {
    const text = `-- Hours add up.\n-- model marts.total\n-- given staging.ticket\nselect 2 as hours\n-- expect\nselect 3 as days`;
    await expect(differences(text)).rejects.toThrow('the model has no column days');
  });
});
