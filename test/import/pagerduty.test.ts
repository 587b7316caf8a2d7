import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'pagerduty', name);

test('incidents of the API need no zone; merged ones and old answers are recognised', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.json'));
  expect(result).toMatchObject({
    connector: 'pagerduty',
    shape: 'api_incidents',
    rowsRead: 5,
    rowsAccepted: 5,
    timezone: null,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query(
    'select number, status, status_raw, priority, urgency, resolved_at, duplicate_of, is_major from record_version order by number',
  );
  const at = (time: string) => new Date(`2026-03-02T${time}Z`);
  const row = (number: string, rest: object) => ({
    number,
    status_raw: 'resolved',
    priority: null,
    urgency: 'high',
    resolved_at: null,
    duplicate_of: null,
    is_major: false,
    ...rest,
  });
  expect(rows).toEqual([
    row('11', {status: 'in_progress', status_raw: 'acknowledged'}),
    row('12', {status: 'new', status_raw: 'triggered', priority: 'P3', urgency: 'low'}),
    row('13', {status: 'resolved', priority: 'P1', resolved_at: at('09:30:00'), is_major: true}),
    row('14', {status: 'merged', resolved_at: at('08:10:00'), duplicate_of: 'Q0THREE'}),
    // A priority of the account's own is counted as unknown; the time comes from the last change.
    row('15', {status: 'resolved', resolved_at: at('08:40:00')}),
  ]);
  expect(await space.query(`from record_version where number = '13'`)).toMatchObject([
    {
      record_id: 'Q0THREE',
      title: 'Disk full on db-1',
      service: 'Checkout',
      assignment_group: 'Platform on call',
      opened_at: at('08:00:05'),
    },
  ]);
});

test('log entries land as status changes; notifications and notes are left out with a reason', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('log_entries.json'));
  expect(result).toMatchObject({shape: 'log_entries', rowsRead: 5, rowsSkipped: 2, changes: 3});
  expect(
    await space.query(
      'select record_id, field, to_value, changed_at, changed_by from change order by changed_at',
    ),
  ).toEqual([
    change('new', '2026-03-02T08:00:05Z', 'Checkout'),
    change('in_progress', '2026-03-02T08:02:00Z', 'Agent One'),
    change('resolved', '2026-03-02T09:30:00Z', 'Agent One'),
  ]);
});

function change(to: string, at: string, by: string) {
  return {
    record_id: 'Q0THREE',
    field: 'status',
    to_value: to,
    changed_at: new Date(at),
    changed_by: by,
  };
}

test('analytics tell the first answer as seconds after the creation, in the zone of the account', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('analytics.csv'), {timezone: 'America/New_York'});
  expect(result).toMatchObject({shape: 'analytics', rowsAccepted: 4, rowsRejected: 0});
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    number: '13',
    priority: 'P1',
    status: 'resolved',
    assignment_group: 'Platform',
    opened_at: new Date('2026-03-02T13:00:05Z'),
    responded_at: new Date('2026-03-02T13:02:00Z'),
    resolved_at: new Date('2026-03-02T14:30:00Z'),
    // Two assignments, the first of which moved nothing.
    reassignment_count: 1,
    is_automated: false,
    is_major: true,
  });
  expect(rows.slice(1)).toMatchObject([
    {status: 'resolved', responded_at: null, is_automated: true, priority: null},
    {status: 'in_progress', resolved_at: null, priority: 'P4'},
    {status: 'new', resolved_at: null, priority: 'P5', assignment_group: 'Platform on call'},
  ]);
});

test('analytics as JSON land the same in universal time', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('analytics.json'));
  expect(result).toMatchObject({shape: 'analytics_json', rowsAccepted: 4, timezone: null});
  expect(await space.query(`from record_version where number = '13'`)).toMatchObject([
    {
      status: 'resolved',
      responded_at: new Date('2026-03-02T08:02:00Z'),
      resolved_at: new Date('2026-03-02T09:30:00Z'),
    },
  ]);
});

test('the older report counts assignments with the first one and carries its own offsets', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents_report.csv'));
  expect(result).toMatchObject({shape: 'incidents_report', rowsAccepted: 3, timezone: null});
  expect(
    await space.query(
      'select status, reassignment_count as moves, responded_at, is_automated from record_version order by number',
    ),
  ).toEqual([
    {
      status: 'resolved',
      moves: 2,
      responded_at: new Date('2026-03-02T08:01:05Z'),
      is_automated: false,
    },
    {
      status: 'in_progress',
      moves: 0,
      responded_at: new Date('2026-03-02T08:01:05Z'),
      is_automated: false,
    },
    {status: 'resolved', moves: 0, responded_at: null, is_automated: true},
  ]);
});

test('raw answers in one cell of a table land as the answers themselves do', async () => {
  const compared =
    'select number, status, urgency, opened_at, resolved_at, duplicate_of, service from record_version order by number';
  const [raw, api] = [testWorkspace(), testWorkspace()];
  const result = await raw.import(fixture('raw_incidents.csv'));
  expect(result).toMatchObject({connector: 'pagerduty', shape: 'raw_incidents', timezone: null});
  await api.import(fixture('incidents.json'));
  expect(await raw.query(compared)).toEqual(await api.query(compared));
});
