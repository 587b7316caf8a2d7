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

test('a French export lands by its own headers, month names and statuses', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('issues_fr.csv'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({connector: 'jira', rowsAccepted: 4, rowsRejected: 0});
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    number: 'SD-21',
    record_id: '10021',
    record_type: 'incident',
    status: 'resolved',
    priority: 'P2',
    service: 'Impression, Réseau',
    assignee: 'Aurélien Fabre',
    requester: 'Maëlle Joubert',
    resolution_code: 'Terminé',
    opened_at: new Date('2026-01-15T13:17:00Z'),
    resolved_at: new Date('2026-02-26T08:05:00Z'),
    sla_met_recorded: false,
  });
  expect(rows[1]).toMatchObject({
    record_type: 'request',
    status: 'on_hold',
    priority: 'P5',
    opened_at: new Date('2025-08-03T07:39:00Z'),
    updated_at: new Date('2025-08-03T22:45:00Z'),
    sla_met_recorded: null,
  });
  expect(rows[2]).toMatchObject({status: 'cancelled', priority: 'P3'});
  // A name of the team's own: the category decides.
  expect(rows[3]).toMatchObject({status: 'in_progress', status_raw: 'Chez le prestataire'});
});

test('a Spanish export lands by its own headers, month names and halves of the day', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('issues_es.csv'), {timezone: 'Europe/Madrid'});
  expect(result).toMatchObject({delimiter: ';', rowsAccepted: 3, rowsRejected: 0});
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    number: 'SD-31',
    status: 'resolved',
    priority: 'P2',
    opened_at: new Date('2026-01-25T21:17:00Z'),
    resolved_at: new Date('2026-01-26T08:05:00Z'),
    sla_met_recorded: true,
    satisfaction: 5,
  });
  expect(rows[1]).toMatchObject({record_type: 'request', status: 'on_hold', priority: 'P5'});
  expect(rows[2]).toMatchObject({
    record_type: 'incident',
    status: 'cancelled',
    opened_at: new Date('2026-04-02T22:05:00Z'),
  });
});

test('issues of the search API land as records, each time with the offset it carries', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('issues.json'));
  expect(result).toMatchObject({
    connector: 'jira',
    shape: 'issues',
    timezone: null,
    rowsAccepted: 5,
    rowsRejected: 0,
  });
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '10041',
    number: 'SD-41',
    record_type: 'incident',
    service: 'Service desk',
    status: 'resolved',
    priority: 'P1',
    assignee: 'Rui Barros',
    resolution_code: 'Done',
    opened_at: new Date('2026-02-25T16:17:00.120Z'),
    resolved_at: new Date('2026-02-25T20:17:00Z'),
  });
  expect(rows.slice(1)).toMatchObject([
    {record_type: 'request', status: 'on_hold', stops_clock: true, priority: 'P4'},
    {record_type: 'incident', status: 'in_progress', parent_id: 'SD-41'},
    {status: 'cancelled', priority: 'P5'},
    // Neither status nor category is known: kept and counted, never guessed.
    {record_type: 'other', status: 'unknown', status_raw: 'Nobody knows', priority: null},
  ]);
  expect(result.warnings.join(' ')).toContain('Nobody knows');
});

test('completed cycles of a request land as SLA records under the request their link names', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('sla_cycles.json'));
  expect(result).toMatchObject({shape: 'sla_cycles', rowsAccepted: 3, rowsRejected: 0});
  const rows = await space.query('from sla_cycle order by kind, started_at');
  expect(rows).toMatchObject([
    {
      record_id: '10041',
      sla_name: 'Time to resolution',
      kind: 'resolution',
      stage: 'completed',
      started_at: new Date('2026-02-25T16:17:00Z'),
      ended_at: new Date('2026-02-26T08:17:00Z'),
      due_at: new Date('2026-02-25T22:17:00Z'),
      is_breached: true,
      business_seconds: 23_400.5,
    },
    {kind: 'resolution', is_breached: false, business_seconds: 3600},
    {kind: 'response', is_breached: false, business_seconds: 1318},
  ]);
});

test('a running cycle lands as paused or in progress; an SLA that never ran is skipped', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('sla_running.json'));
  expect(result).toMatchObject({shape: 'sla_running', rowsAccepted: 1, rowsSkipped: 1});
  const rows = await space.query('from sla_cycle');
  expect(rows).toMatchObject([
    {record_id: '10042', kind: 'resolution', stage: 'paused', is_breached: false, ended_at: null},
  ]);
});

test('the data pipeline of Data Center is universal time by specification', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('data_pipeline_issues.csv'));
  expect(result).toMatchObject({shape: 'data_pipeline_issues', rowsAccepted: 2, rowsRejected: 0});
  const rows = await space.query('from record_version order by number');
  expect(rows).toMatchObject([
    {
      record_id: '10051',
      status: 'resolved',
      priority: 'P2',
      opened_at: new Date('2026-02-25T16:17:00Z'),
      resolved_at: new Date('2026-02-26T01:05:00Z'),
    },
    {number: 'SD-52', status: 'in_progress', priority: 'P5', resolved_at: null},
  ]);
});

test('a copy of the API with an answer a row lands as the answers, what is none is rejected', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('raw_issues.csv'));
  expect(result).toMatchObject({
    connector: 'jira',
    shape: 'issues',
    rowsRead: 4,
    rowsAccepted: 3,
    rowsRejected: 1,
  });
  expect(await space.query('from record_version order by number')).toMatchObject([
    {record_id: '10041', status: 'resolved', opened_at: new Date('2026-02-25T16:17:00.120Z')},
    {record_id: '10042', status: 'on_hold'},
    {record_id: '10043', parent_id: 'SD-41'},
  ]);
});

test('histories of such a copy belong to the issue that was asked for', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('raw_histories.csv'));
  expect(result).toMatchObject({shape: 'raw_histories', changes: 3, records: 1});
  expect(await space.query(`from change where field = 'status' order by changed_at`)).toMatchObject(
    [
      {record_id: '10041', from_value: 'new', to_value: 'in_progress', changed_by: 'Rui Barros'},
      {to_value: 'on_hold', changed_at: new Date('2026-02-25T16:20:00Z')},
    ],
  );
});
