import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data', 'jira');
const ifThere = test.skipIf(!existsSync(data));

ifThere('real issues of a copied API land, their Chinese names known', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'raw_api_issues.csv.gz'));
  expect(result).toMatchObject({
    connector: 'jira',
    shape: 'issues',
    timezone: null,
    rowsRead: 33,
    rowsAccepted: 33,
    rowsRejected: 0,
    records: 33,
  });
  expect(unaccounted(result)).toBe(0);
  expect(
    await space.query(
      'select status, count(*) as n, count(resolved_at) as resolved from record_version group by all order by n desc',
    ),
  ).toEqual([
    {status: 'resolved', n: 30, resolved: 30},
    {status: 'new', n: 3, resolved: 0},
  ]);
  const rows = await space.query(
    `from record_version where number in ('EE-1', 'EE-23', 'K5-2') order by number`,
  );
  expect(rows).toMatchObject([
    {
      record_id: '10063',
      number: 'EE-1',
      record_type: 'other',
      status: 'resolved',
      // Its category says new, which a status with a name that is known overrides.
      status_raw: '已完成',
      priority: 'P3',
      assignee: 'Dingding Zhang',
      opened_at: new Date('2020-06-12T00:13:13.360Z'),
      resolved_at: new Date('2020-06-19T06:31:18.495Z'),
      updated_at: new Date('2021-03-28T08:06:08.713Z'),
    },
    {
      record_id: '10085',
      record_type: 'incident',
      assignee: 'yuxiang',
      resolution_code: '完成',
      opened_at: new Date('2020-06-12T00:33:57.204Z'),
      resolved_at: new Date('2020-06-15T09:07:56.798Z'),
    },
    {record_id: '20708', status: 'new', assignee: null, resolved_at: null},
  ]);
});

ifThere('real histories of a copied API land a row a changed field', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'raw_api_issue_changelogs.csv.gz'));
  expect(result).toMatchObject({
    connector: 'jira',
    shape: 'raw_histories',
    rowsRead: 284,
    rowsRejected: 0,
    records: 3,
  });
  expect(unaccounted(result)).toBe(0);
  expect(
    await space.query(
      `select count(*) filter (field = 'status') as statuses, count(*) filter (field = 'priority') as priorities,
       count(*) filter (field = 'resolution_code') as resolutions from change`,
    ),
  ).toEqual([{statuses: 10, priorities: 1, resolutions: 2}]);
  const changes = await space.query(
    `select record_id, field, from_raw, to_raw, to_value, changed_by, changed_at from change
     where changed_at in ('2021-01-25 03:33:16.108Z', '2021-03-28 08:08:12.742Z', '2021-04-07 05:15:32.935Z')
       and field in ('priority', 'status') order by changed_at`,
  );
  expect(changes).toEqual([
    {
      record_id: '13383',
      field: 'priority',
      from_raw: 'Medium',
      to_raw: 'High',
      to_value: 'P2',
      changed_by: 'Runjuu',
      changed_at: new Date('2021-01-25T11:33:16.108+08:00'),
    },
    {
      record_id: '13383',
      field: 'status',
      from_raw: 'Closed',
      to_raw: '已完成',
      to_value: 'resolved',
      changed_by: 'Rankin Zheng',
      changed_at: new Date('2021-03-28T16:08:12.742+08:00'),
    },
    {
      record_id: '13954',
      field: 'status',
      from_raw: '发布中',
      to_raw: '已完成',
      to_value: 'resolved',
      changed_by: 'Gerile Tu',
      changed_at: new Date('2021-04-07T13:15:32.935+08:00'),
    },
  ]);
});
