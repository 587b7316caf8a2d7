import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'xurrent', name);

test('requests of the API land with what came of them told from being completed', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('requests.json'));
  expect(result).toMatchObject({
    connector: 'xurrent',
    shape: 'requests',
    timezone: null,
    rowsAccepted: 7,
    rowsRejected: 0,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '7001',
    number: '7001',
    record_type: 'incident',
    title: 'Invented request 7001',
    service: 'Mail EU',
    requester: 'Noor Vermeulen',
    priority: 'P1',
    status: 'resolved',
    assignment_group: 'Service desk',
    assignee: 'Pia Lund',
    opened_at: new Date('2026-01-05T08:00:24Z'),
    resolved_at: new Date('2026-01-05T10:30:00Z'),
    closed_at: null,
    resolution_code: 'solved',
    problem_id: '81',
  });
  expect(rows.slice(1)).toMatchObject([
    {status: 'on_hold', stops_clock: true, priority: 'P4', parent_id: '7001'},
    {status: 'merged', status_raw: 'completed', resolution_code: 'duplicate', priority: 'P2'},
    {record_type: 'request', status: 'cancelled', resolution_code: 'withdrawn', priority: 'P3'},
    // A change waits its turn, the promise does not.
    {status: 'on_hold', stops_clock: false, change_id: '300'},
    {record_type: 'request', status: 'new', priority: null},
    {record_type: 'other', status: 'unknown', status_raw: 'thinking'},
  ]);
  expect(result.warnings.join(' ')).toContain('thinking');
});

test('an export as CSV lands by its labels and needs no zone', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('requests.csv'));
  expect(result).toMatchObject({
    shape: 'requests_csv',
    timezone: null,
    rowsAccepted: 4,
    rowsRejected: 0,
  });
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      number: '7101',
      status: 'resolved',
      priority: 'P2',
      service: 'Mail EU',
      opened_at: new Date('2026-03-28T22:00:00Z'),
      resolved_at: new Date('2026-03-29T02:30:00Z'),
      resolution_code: 'Workaround',
      problem_id: '81',
    },
    {status: 'on_hold', channel: 'Email', title: 'Screen, left, is dark'},
    {record_type: 'request', status: 'merged', parent_id: '7102'},
    {status: 'unknown', status_raw: 'Dreaming'},
  ]);
});
