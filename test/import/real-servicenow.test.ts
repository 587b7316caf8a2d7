import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data', 'servicenow');
const ifThere = test.skipIf(!existsSync(data));
const columns =
  'number, status, priority, assignment_group, reassignment_count, opened_at, resolved_at, closed_at';
const rowsOf = (numbers: string[]) =>
  `select ${columns} from record_version where number in (${numbers.map((n) => `'${n}'`).join()}) order by number`;

const service = '287ebd7da9fe198100f92cc8d1d2154e';
const oldest = {
  number: 'INC0000060',
  status: 'closed',
  priority: 'P3',
  assignment_group: service,
  reassignment_count: 2,
  opened_at: new Date('2016-12-12T15:19:57Z'),
  resolved_at: new Date('2016-12-13T21:43:14Z'),
  closed_at: new Date('2016-12-14T02:46:44Z'),
};
const headset = {
  number: 'INC0009002',
  status: 'closed',
  priority: 'P3',
  assignment_group: null,
  reassignment_count: 0,
  opened_at: new Date('2018-09-16T12:49:23Z'),
  resolved_at: new Date('2018-09-16T12:51:17Z'),
  closed_at: new Date('2018-12-10T03:29:08Z'),
};

ifThere('a native JSON list is known by itself and read as UTC', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'incident_list.json'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'json_list', rowsRead: 70, rowsAccepted: 70, records: 70});
  expect(unaccounted(result)).toBe(0);
  expect(await space.query(rowsOf(['INC0000060', 'INC0009002', 'INC0000002']))).toEqual([
    {
      number: 'INC0000002',
      status: 'on_hold',
      priority: 'P1',
      assignment_group: service,
      reassignment_count: 1,
      opened_at: new Date('2023-12-19T23:07:12Z'),
      resolved_at: null,
      closed_at: null,
    },
    oldest,
    headset,
  ]);
});

ifThere(
  'the native XML of the same list has its names, and what is no incident is left out aloud',
  async () => {
    const space = testWorkspace();
    const result = await space.import(join(data, 'incident_list.xml'));
    expect(result).toMatchObject({
      shape: 'xml_unload',
      rowsRead: 70,
      rowsAccepted: 70,
      records: 70,
    });
    expect(unaccounted(result)).toBe(0);
    expect(result.warnings.join()).toContain('unload.sys_journal_field with 84 rows');
    const named = {...oldest, assignment_group: 'Network'};
    const fileServer = {
      number: 'INC0000002',
      status: 'on_hold',
      priority: 'P1',
      assignment_group: 'Network',
      reassignment_count: 1,
      opened_at: new Date('2023-12-19T23:07:12Z'),
      resolved_at: null,
      closed_at: null,
    };
    expect(await space.query(rowsOf(['INC0000060', 'INC0009002', 'INC0000002']))).toEqual([
      fileServer,
      named,
      headset,
    ]);
  },
);

ifThere('references that a script printed with their links are read as their ids', async () => {
  const space = testWorkspace();
  const file = join(data, 'incident_api_allfields_cp1252.csv');
  const result = await space.import(file, {timezone: 'UTC'});
  expect(result).toMatchObject({shape: 'incident_list', rowsRead: 67, rowsAccepted: 67});
  expect(await space.query(rowsOf(['INC0000060', 'INC0009002', 'INC0000009']))).toEqual([
    {
      number: 'INC0000009',
      status: 'closed',
      priority: 'P1',
      assignment_group: 'd625dccec0a8016700a222a0f7900d06',
      reassignment_count: 1,
      opened_at: new Date('2025-01-06T22:50:23Z'),
      resolved_at: new Date('2025-04-01T19:56:12Z'),
      closed_at: new Date('2025-01-07T22:55:16Z'),
    },
    oldest,
    headset,
  ]);
  const [left] = await space.query(`select count(*)::int as n from record_version
    where concat(assignment_group, assignee, requester, ci, service, parent_id) like '%{%'`);
  expect(left).toEqual({n: 0});
});

ifThere('a list that a spreadsheet saved again has its first three rows right', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'incident_excel_resaved.csv'), {timezone: 'UTC'});
  expect(result).toMatchObject({shape: 'incident_list', rowsRead: 97, rowsAccepted: 97});
  const rows = await space.query(
    `select number, status, priority, assignment_group, opened_at, updated_at from record_version order by number limit 3`,
  );
  expect(rows.map(({number, opened_at, updated_at}) => [number, opened_at, updated_at])).toEqual([
    ['INC0057044', new Date('2025-03-17T06:04:00Z'), new Date('2025-03-22T07:00:00Z')],
    ['INC0057045', new Date('2025-03-17T13:49:00Z'), new Date('2025-03-22T10:00:00Z')],
    ['INC0057046', new Date('2025-03-17T21:33:00Z'), new Date('2025-03-22T13:00:00Z')],
  ]);
  expect(rows[0]).toMatchObject({status: 'closed', priority: 'P3', assignment_group: '1group'});
});

ifThere('a warehouse’s copy of the tables is known by its header, in UTC', async () => {
  const space = testWorkspace();
  expect(await space.import(join(data, 'incident_data.csv'))).toMatchObject({
    shape: 'warehouse_copy',
    rowsAccepted: 1,
  });
  expect(
    await space.query('select record_id, status, category, opened_at from record_version'),
  ).toEqual([
    {
      record_id: 'a9e30c7dc61122760116894de7bcc7bd',
      status: 'new',
      category: 'software',
      opened_at: new Date('2023-06-02T22:05:30Z'),
    },
  ]);
  await space.import(join(data, 'task_sla_data.csv'));
  expect(
    await space.query('select stage, is_breached, due_at, elapsed_seconds from sla_cycle'),
  ).toEqual([
    {
      stage: 'cancelled',
      is_breached: false,
      due_at: new Date('2016-12-15T08:30:00Z'),
      elapsed_seconds: 9423,
    },
  ]);
});
