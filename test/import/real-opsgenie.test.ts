import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data', 'opsgenie');
const ifThere = test.skipIf(!existsSync(data));

// The file has two records; both are checked.
ifThere('real raw answers in a table land by detection (needs ../shared/data)', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'raw_incidents.csv'));
  expect(result).toMatchObject({
    connector: 'opsgenie',
    shape: 'raw_incidents',
    rowsRead: 2,
    rowsAccepted: 2,
  });
  expect(unaccounted(result)).toBe(0);
  expect(
    await space.query(
      'select record_id, number, title, status, priority, occurred_at, opened_at, resolved_at from record_version order by number',
    ),
  ).toEqual([
    {
      record_id: '3f84e009-7548-4e7d-832a-fa82c1ceb6b1',
      number: '1',
      title: 'Incident#2',
      status: 'resolved',
      priority: 'P5',
      occurred_at: new Date('2023-09-05T18:20:28.003Z'),
      opened_at: new Date('2023-09-05T18:20:28.003Z'),
      resolved_at: new Date('2023-09-05T18:21:21.490Z'),
    },
    {
      record_id: '3a74524a-f492-4172-b3f5-6041c7cb404a',
      number: '3',
      title: 'Incident#1',
      status: 'new',
      priority: 'P3',
      occurred_at: new Date('2023-09-06T14:30:56.346Z'),
      opened_at: new Date('2023-09-06T14:30:56.346Z'),
      resolved_at: null,
    },
  ]);
});
