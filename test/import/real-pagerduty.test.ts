import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data', 'pagerduty');
const ifThere = test.skipIf(!existsSync(data));
const seen = `select number, status, priority, urgency, service, opened_at, resolved_at, updated_at, is_major
  from record_version order by number`;

ifThere(
  'a real answer of the incidents API lands by detection (needs ../shared/data)',
  async () => {
    const space = testWorkspace();
    const result = await space.import(join(data, 'incidents.json'));
    expect(result).toMatchObject({
      connector: 'pagerduty',
      shape: 'api_incidents',
      rowsRead: 5,
      rowsAccepted: 5,
    });
    expect(unaccounted(result)).toBe(0);
    const rows = await space.query(seen);
    const open = {urgency: 'high', service: 'S101', resolved_at: null, is_major: false};
    expect(rows[0]).toEqual({
      ...open,
      number: '1',
      status: 'in_progress',
      priority: null,
      opened_at: new Date('2025-10-06T13:05:03Z'),
      updated_at: new Date('2025-10-06T13:05:03Z'),
    });
    expect(rows[1]).toEqual({
      ...open,
      number: '2',
      status: 'new',
      priority: 'P3',
      urgency: 'low',
      is_major: true,
      opened_at: new Date('2025-10-13T12:50:53Z'),
      updated_at: new Date('2025-10-13T12:50:53Z'),
    });
    expect(rows[3]).toEqual({
      ...open,
      number: '4',
      status: 'new',
      priority: 'P1',
      opened_at: new Date('2025-10-15T06:10:18Z'),
      updated_at: new Date('2025-10-27T07:51:38Z'),
    });
  },
);

ifThere('real raw answers in a table land by detection (needs ../shared/data)', async () => {
  const space = testWorkspace();
  const result = await space.import(join(data, 'raw_incidents.csv'));
  expect(result).toMatchObject({connector: 'pagerduty', shape: 'raw_incidents', rowsAccepted: 3});
  const rows = await space.query(seen);
  const row = (number: string, status: string, times: [string, string], rest = {}) => ({
    number,
    status,
    priority: null,
    urgency: 'high',
    service: 'DevService',
    opened_at: new Date(`2022-11-03T${times[0]}Z`),
    resolved_at: null,
    updated_at: new Date(`2022-11-03T${times[1]}Z`),
    is_major: false,
    ...rest,
  });
  const expected = [
    row('4', 'new', ['06:23:06', '07:02:36']),
    row('5', 'in_progress', ['06:44:28', '06:44:37']),
    row('6', 'resolved', ['06:45:36', '06:51:44'], {
      urgency: 'low',
      resolved_at: new Date('2022-11-03T06:51:44Z'),
    }),
  ];
  expect(rows).toEqual(expected.map((one) => ({...one, is_major: null})));
});
