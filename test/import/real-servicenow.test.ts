import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data', 'servicenow');
const ifThere = test.skipIf(!existsSync(data));
const columns =
  'number, status, priority, category, subcategory, assignment_group, reassignment_count, sla_met_recorded, opened_at, resolved_at, closed_at, updated_at';
const rowsOf = (numbers: string[]) =>
  `select ${columns} from record_version where number in (${numbers.map((n) => `'${n}'`).join()}) order by number`;

const service = '287ebd7da9fe198100f92cc8d1d2154e';
const oldest = {
  number: 'INC0000060',
  status: 'closed',
  priority: 'P3',
  category: 'inquiry',
  subcategory: 'email',
  assignment_group: service,
  reassignment_count: 2,
  sla_met_recorded: true,
  opened_at: new Date('2016-12-12T15:19:57Z'),
  resolved_at: new Date('2016-12-13T21:43:14Z'),
  closed_at: new Date('2016-12-14T02:46:44Z'),
  updated_at: new Date('2016-12-14T02:46:44Z'),
};
const headset = {
  number: 'INC0009002',
  status: 'closed',
  priority: 'P3',
  category: 'Hardware',
  subcategory: null,
  assignment_group: null,
  reassignment_count: 0,
  sla_met_recorded: true,
  opened_at: new Date('2018-09-16T12:49:23Z'),
  resolved_at: new Date('2018-09-16T12:51:17Z'),
  closed_at: new Date('2018-12-10T03:29:08Z'),
  updated_at: new Date('2024-03-27T07:18:35Z'),
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
      category: 'network',
      subcategory: null,
      assignment_group: service,
      reassignment_count: 1,
      sla_met_recorded: false,
      opened_at: new Date('2023-12-19T23:07:12Z'),
      resolved_at: null,
      closed_at: null,
      updated_at: new Date('2024-03-26T19:51:11Z'),
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
      category: 'network',
      subcategory: null,
      assignment_group: 'Network',
      reassignment_count: 1,
      sla_met_recorded: false,
      opened_at: new Date('2023-12-19T23:07:12Z'),
      resolved_at: null,
      closed_at: null,
      updated_at: new Date('2024-03-26T19:51:11Z'),
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
      category: 'inquiry',
      subcategory: null,
      assignment_group: 'd625dccec0a8016700a222a0f7900d06',
      reassignment_count: 1,
      sla_met_recorded: false,
      opened_at: new Date('2025-01-06T22:50:23Z'),
      resolved_at: new Date('2025-04-01T19:56:12Z'),
      closed_at: new Date('2025-01-07T22:55:16Z'),
      updated_at: new Date('2025-04-01T20:16:04Z'),
    },
    oldest,
    {...headset, updated_at: new Date('2025-04-02T17:24:57Z')},
  ]);
  const [left] = await space.query(`select count(*)::int as n from record_version
    where concat(assignment_group, assignee, requester, ci, service, parent_id) like '%{%'`);
  expect(left).toEqual({n: 0});
});

ifThere('a list that a spreadsheet saved again has three of its rows right', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'incident_excel_resaved.csv'), {timezone: 'UTC'});
  expect(result).toMatchObject({shape: 'incident_list', rowsRead: 97, rowsAccepted: 97});
  expect(result.warnings).toEqual([]);
  const rows = await space.query(
    `select number, status, priority, category, assignment_group, assignee, requester, title, opened_at, resolved_at, updated_at
     from record_version where number in ('INC0057044', 'INC0057141', 'INC0057088') order by number`,
  );
  const same = {assignment_group: '1group', requester: 'Alex', title: null, resolved_at: null};
  expect(rows).toEqual([
    {
      ...same,
      number: 'INC0057044',
      status: 'closed',
      priority: 'P3',
      category: 'Software',
      assignee: 'Alex',
      opened_at: new Date('2025-03-17T06:04:00Z'),
      updated_at: new Date('2025-03-22T07:00:00Z'),
    },
    {
      ...same,
      number: 'INC0057088',
      status: 'resolved',
      priority: 'P2',
      category: 'Software',
      assignee: 'Jack',
      opened_at: new Date('2025-03-17T14:09:00Z'),
      updated_at: new Date('2025-03-19T09:36:00Z'),
    },
    {
      ...same,
      number: 'INC0057141',
      status: 'resolved',
      priority: 'P4',
      category: 'Inquiry / Help',
      assignee: 'Kim',
      opened_at: new Date('2025-03-19T09:39:00Z'),
      updated_at: new Date('2025-03-20T13:43:00Z'),
    },
  ]);
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
