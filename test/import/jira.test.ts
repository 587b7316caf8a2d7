import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'jira', name);

test('a CSV export lands with two date formats in one row, repeated headers and a status category', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('issues.csv'), {timezone: 'America/New_York'});
  expect(result).toMatchObject({
    connector: 'jira',
    shape: 'csv_export',
    rowsAccepted: 4,
    rowsRejected: 0,
  });
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '10001',
    number: 'SD-1',
    record_type: 'incident',
    service: 'Laptop, VPN',
    category: 'Hardware',
    subcategory: 'Screen',
    opened_at: new Date('2026-02-25T21:17:00Z'),
    responded_at: new Date('2026-02-25T21:38:58.679Z'),
    status: 'resolved',
    priority: 'P2',
    sla_met_recorded: false,
  });
  expect(rows[0]?.attributes).toMatchObject({
    Watchers: '["Ana","Rui"]',
    Comment: '["25/Feb/26 4:38 PM;ana;First look; then \\"more\\"","25/Feb/26 5:00 PM;rui;done"]',
  });
});

test('waiting for the customer stops the clock; a free status falls back on its category', async () => {
  const space = testWorkspace();
  await space.import(fixture('issues.csv'), {timezone: 'America/New_York'});
  const rows = await space.query(
    'select status, stops_clock, priority, sla_met_recorded from record_version order by number',
  );
  expect(rows.slice(1)).toEqual([
    {status: 'on_hold', stops_clock: true, priority: 'P3', sla_met_recorded: null},
    {status: 'in_progress', stops_clock: false, priority: 'P5', sla_met_recorded: null},
    // Its category is Done, and yet it was never resolved.
    {status: 'cancelled', stops_clock: false, priority: 'P4', sla_met_recorded: null},
  ]);
});

test('a German export lands by its own headers, statuses and month names', async () => {
  const space = testWorkspace();
  await space.import(fixture('issues_de.csv'), {timezone: 'Europe/Berlin'});
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    number: 'SD-11',
    record_type: 'incident',
    status: 'resolved',
    priority: 'P2',
    opened_at: new Date('2026-03-25T13:17:00Z'),
    resolved_at: new Date('2026-05-26T07:05:00Z'),
  });
  expect(rows[1]).toMatchObject({status: 'on_hold', opened_at: new Date('2025-12-02T08:39:00Z')});
});

test('a change log of the bulk API needs no zone and lands a row a changed field', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('change_log.json'));
  expect(result).toMatchObject({shape: 'change_log', changes: 4, records: 2, timezone: null});
  const rows = await space.query('from change order by changed_at, field desc');
  expect(rows[0]).toMatchObject({
    record_id: '10001',
    field: 'status',
    from_value: 'new',
    to_value: 'in_progress',
    from_raw: 'Open',
    changed_by: 'Rui Barros',
    changed_at: new Date('2026-02-25T16:20:00Z'),
  });
  expect(rows[2]).toMatchObject({
    to_value: 'on_hold',
    to_stops_clock: true,
    changed_at: new Date('2026-02-25T18:05:00.472Z'),
  });
  expect(rows[3]).toMatchObject({field: 'priority', from_value: 'P3', to_value: 'P2'});
});

test('issues with their histories land the same changes', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('issues_with_histories.json'));
  expect(result).toMatchObject({shape: 'issue_histories', changes: 1});
  const [row] = await space.query('from change');
  expect(row).toMatchObject({record_id: '10001', field: 'status', to_value: 'in_progress'});
});
