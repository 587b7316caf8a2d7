import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'servicenow', name);

test('a list export by field names lands day-first local times, statuses and dirty rows with reasons', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incident_list.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({
    connector: 'servicenow',
    shape: 'incident_list',
    grain: 'incident',
    rowsRead: 8,
    rowsAccepted: 4,
    rowsRejected: 3,
    rowsUnchanged: 1,
    records: 4,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: 'a1',
    number: 'INC0001',
    record_type: 'incident',
    title: 'Printer on floor 3 jams,\nagain',
    status: 'closed',
    status_raw: 'Closed',
    stops_clock: false,
    priority: 'P2',
    priority_raw: '2 - High',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    resolved_at: new Date('2026-03-14T10:15:00Z'),
    reassignment_count: 1,
    is_major: null,
    parent_id: null,
  });
  expect(rows[0]?.attributes).toMatchObject({u_region: 'North'});
});

test('columns that desks add tell linked articles, automation, occurrence and detection', async () => {
  const space = testWorkspace();
  const file = space.file(
    'incident.csv',
    `number,opened_at,state,u_knowledge_id,u_auto_resolved,u_outage_began,u_detected_at,u_department
INC1,2026-03-14 09:15:00,Closed,KB0010210,true,2026-03-14 08:55:00,2026-03-14 09:10:00,Board
INC2,2026-03-14 10:15:00,Closed,,false,,,Sales
`,
  );
  await space.import(file, {connector: 'servicenow', timezone: 'Europe/Berlin'});
  const [first, second] = await space.query('from record_version order by number');
  expect(first).toMatchObject({
    knowledge_id: 'KB0010210',
    is_automated: true,
    occurred_at: new Date('2026-03-14T07:55:00Z'),
    detected_at: new Date('2026-03-14T08:10:00Z'),
  });
  expect(first?.attributes).toMatchObject({u_department: 'Board'});
  expect(second).toMatchObject({
    knowledge_id: null,
    is_automated: false,
    occurred_at: null,
    detected_at: null,
  });
});

test('the apostrophe that shields spreadsheets is taken off, and a parent that is no incident makes no child', async () => {
  const space = testWorkspace();
  await space.import(fixture('incident_list.csv'), {timezone: 'Europe/Berlin'});
  const [row] = await space.query(`from record_version where number = 'INC0002'`);
  expect(row).toMatchObject({
    title: '+49 number cannot be dialled',
    status: 'on_hold',
    stops_clock: true,
    is_major: false,
    parent_id: null,
  });
  expect(row?.attributes).toMatchObject({parent: 'REQ0001'});
});

test('unknown statuses, priorities and flags are kept, counted and shown, never given a default', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incident_list.csv'), {timezone: 'Europe/Berlin'});
  const [parked] = await space.query(`from record_version where number = 'INC0003'`);
  expect(parked).toMatchObject({
    status: 'unknown',
    status_raw: 'Parked',
    stops_clock: null,
    is_major: true,
  });
  expect(
    await space.query('select field, value, row_count from unmapped_value order by field'),
  ).toEqual([
    {field: 'sla_met_recorded', value: 'maybe', row_count: 2},
    {field: 'status', value: 'Parked', row_count: 1},
  ]);
  expect(result.warnings.join()).toContain('“Parked” (1)');
});

test('a rejected row keeps its number, field, value, reason and cells', async () => {
  const space = testWorkspace();
  await space.import(fixture('incident_list.csv'), {timezone: 'Europe/Berlin'});
  const rows = await space.query('from rejected_row order by row_number');
  expect(
    rows.map(({row_number, field, value, reason}) => [row_number, field, value, reason]),
  ).toEqual([
    [4, 'resolved_at', '31/02/2026 10:00:00', '"resolved_at" is not a date as %d/%m/%Y %H:%M:%S'],
    [5, 'record_id', null, 'no record id or number'],
    [6, 'reassignment_count', 'two', '"reassignment_count" is not a whole number'],
  ]);
  expect((rows[0]?.cells as string[])[0]).toBe('INC0004');
});

test('an export by labels with semicolons and month-first dates lands the same fields', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incident_labels.csv'), {timezone: 'America/Chicago'});
  expect(result).toMatchObject({
    shape: 'incident_list',
    delimiter: ';',
    rowsAccepted: 2,
    records: 2,
  });
  const [row] = await space.query(`from record_version where number = 'INC0101'`);
  expect(row).toMatchObject({
    record_id: 'INC0101',
    title: 'Screen "flickers"',
    opened_at: new Date('2026-03-14T14:15:00Z'),
    status: 'resolved',
    ci: 'lap-17',
  });
});

test('an event log has a row an update; resolved and closed times are values of the record', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('event_log.csv'), {timezone: 'UTC'});
  expect(result).toMatchObject({shape: 'event_log', grain: 'version', rowsAccepted: 4, records: 2});
  const rows = await space.query('from record_version order by number, version_number');
  expect(rows[0]).toMatchObject({
    status: 'new',
    version_number: 0,
    assignee: null,
    updated_at: new Date('2016-02-29T01:23:00Z'),
    resolved_at: new Date('2016-02-29T11:29:00Z'),
    sla_met_recorded: true,
  });
  expect(rows[3]).toMatchObject({
    status: 'unknown',
    status_raw: '-100',
    resolved_at: null,
    problem_id: 'Problem 7',
  });
});

test('the audit trail is in UTC whatever the source’s zone, and keeps raw values beside canonical ones', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('sys_audit.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({
    grain: 'change',
    rowsRead: 7,
    rowsAccepted: 6,
    rowsSkipped: 1,
    changes: 6,
  });
  expect(unaccounted(result)).toBe(0);
  expect(result.timezone).toBe('UTC');
  const rows = await space.query(
    'select field, from_value, to_value, from_raw, to_raw, to_stops_clock, changed_at from change order by changed_at',
  );
  expect(rows[0]).toEqual({
    field: 'status',
    from_value: 'new',
    to_value: 'in_progress',
    from_raw: '1',
    to_raw: '2',
    to_stops_clock: false,
    changed_at: new Date('2026-03-14T08:20:00Z'),
  });
  expect(rows.map(({field, to_value}) => [field, to_value])).toEqual([
    ['status', 'in_progress'],
    ['assignment_group', 'g2'],
    ['status', 'on_hold'],
    ['status', 'unknown'],
    ['priority', 'P2'],
    ['u_region', 'South'],
  ]);
  expect(rows[2]?.to_stops_clock).toBe(true);
  expect(await space.query('select field, value, row_count from unmapped_value')).toEqual([
    {field: 'status', value: '42', row_count: 1},
  ]);
});

test('SLA records keep cancelled stages, name their kind and read durations as dates since 1970', async () => {
  const space = testWorkspace();
  await space.import(fixture('task_sla.csv'));
  const rows = await space.query('from sla_cycle order by record_id, started_at, ended_at');
  expect(rows.map(({kind, stage, is_breached}) => [kind, stage, is_breached])).toEqual([
    ['resolution', 'cancelled', false],
    ['response', 'completed', false],
    [null, 'paused', true],
  ]);
  expect(rows[0]?.elapsed_seconds).toBe(102_197);
  expect(rows[1]).toMatchObject({elapsed_seconds: 300, paused_seconds: 0});
});
