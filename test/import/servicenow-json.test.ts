import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'servicenow', name);

test('an answer with raw values is in UTC whatever the source’s zone; numbers are states and priorities', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('table_api_raw.json'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({
    connector: 'servicenow',
    shape: 'json_raw',
    timezone: 'UTC',
    rowsRead: 3,
    rowsAccepted: 3,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query(
    'select record_id, number, record_type, status, stops_clock, priority, opened_at, resolved_at, is_major from record_version order by number',
  );
  expect(rows).toEqual([
    {
      record_id: 'b1',
      number: 'INC0201',
      record_type: 'incident',
      status: 'closed',
      stops_clock: false,
      priority: 'P2',
      opened_at: new Date('2026-03-14T08:15:00Z'),
      resolved_at: new Date('2026-03-14T10:15:00Z'),
      is_major: null,
    },
    {
      record_id: 'b2',
      number: 'INC0202',
      record_type: 'incident',
      status: 'on_hold',
      stops_clock: true,
      priority: 'P3',
      opened_at: new Date('2026-03-02T09:00:00Z'),
      resolved_at: null,
      is_major: true,
    },
    {
      record_id: 'b3',
      number: 'INC0203',
      record_type: 'incident',
      status: 'cancelled',
      stops_clock: false,
      priority: 'P5',
      opened_at: new Date('2026-03-05T11:30:00Z'),
      resolved_at: null,
      is_major: null,
    },
  ]);
});

test('references that are now text and now object give their ids', async () => {
  const space = testWorkspace();
  await space.import(fixture('table_api_raw.json'));
  expect(
    await space.query(
      'select assignment_group, assignee, requester, ci, parent_id from record_version order by number',
    ),
  ).toEqual([
    {assignment_group: 'g1', assignee: 'u1', requester: 'u9', ci: null, parent_id: null},
    {assignment_group: null, assignee: null, requester: 'u8', ci: 'c7', parent_id: 'b1'},
    {assignment_group: 'g1', assignee: null, requester: 'u8', ci: null, parent_id: null},
  ]);
});

test('a list’s XML is raw and in UTC, with names of references beside their ids', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('list_export.xml'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'xml_unload', timezone: 'UTC', rowsAccepted: 2});
  expect(unaccounted(result)).toBe(0);
  const [first, second] = await space.query('from record_version order by number');
  expect(first).toMatchObject({
    record_id: 'b1',
    title: 'Printer & scanner jam',
    status: 'closed',
    priority: 'P2',
    assignment_group: 'Workplace',
    requester: 'Omar Haddad',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    resolved_at: new Date('2026-03-14T10:15:00Z'),
  });
  expect(second).toMatchObject({status: 'on_hold', assignment_group: null, parent_id: 'b1'});
});

test('an answer with all values reads times and states raw, and names as people see them', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('table_api_all.json'));
  expect(result).toMatchObject({shape: 'json_raw', timezone: 'UTC', rowsAccepted: 2});
  const rows = await space.query(
    'select record_id, status_raw, category, assignment_group, assignee, opened_at from record_version order by number',
  );
  expect(rows).toEqual([
    {
      record_id: 'b1',
      status_raw: '7',
      category: 'Hardware',
      assignment_group: 'Workplace',
      assignee: 'Ines Duarte',
      opened_at: new Date('2026-03-14T08:15:00Z'),
    },
    {
      record_id: 'b2',
      status_raw: '3',
      category: 'Telephony',
      assignment_group: null,
      assignee: null,
      opened_at: new Date('2026-03-02T09:00:00Z'),
    },
  ]);
});

test('an answer with display values alone needs the zone of who asked for it', async () => {
  const space = testWorkspace();
  await expect(space.import(fixture('table_api_display.json'))).rejects.toThrow(/time zone/);
  const result = await space.import(fixture('table_api_display.json'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'json_display', rowsAccepted: 2});
  expect(
    await space.query(
      `select status, priority, assignment_group, opened_at from record_version where number = 'INC0201'`,
    ),
  ).toEqual([
    {
      status: 'closed',
      priority: 'P2',
      assignment_group: 'Workplace',
      opened_at: new Date('2026-03-14T08:15:00Z'),
    },
  ]);
});

test('a list’s own JSON is raw: an hour that Berlin skips is there, and an unknown state is counted', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('list_export.json'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'json_list', timezone: 'UTC', rowsAccepted: 2});
  expect(
    await space.query(
      `select title, status, assignment_group, parent_id, opened_at from record_version order by number`,
    ),
  ).toEqual([
    {
      title: 'Printer / floor 3',
      status: 'closed',
      assignment_group: 'g1',
      parent_id: null,
      opened_at: new Date('2026-03-14T08:15:00Z'),
    },
    {
      title: 'Mail gateway down',
      status: 'unknown',
      assignment_group: null,
      parent_id: 'b1',
      opened_at: new Date('2026-03-29T00:30:00Z'),
    },
  ]);
  expect(await space.query('select field, value, row_count from unmapped_value')).toEqual([
    {field: 'status', value: '99', row_count: 1},
  ]);
});

test('the audit trail as JSON keeps records of service management and says what it left out', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('sys_audit.json'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'json_sys_audit', rowsRead: 4, changes: 2, rowsSkipped: 2});
  expect(unaccounted(result)).toBe(0);
  expect(
    await space.query('select from_value, to_value, changed_at from change order by changed_at'),
  ).toEqual([
    {from_value: 'new', to_value: 'in_progress', changed_at: new Date('2026-03-14T08:20:00Z')},
    {from_value: 'in_progress', to_value: 'resolved', changed_at: new Date('2026-03-14T10:15:00Z')},
  ]);
});

test('SLA records as JSON read raw durations, not words; a zero pause is no missing pause', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('task_sla.json'));
  expect(result).toMatchObject({shape: 'json_task_sla', grain: 'sla_cycle', rowsAccepted: 2});
  expect(
    await space.query(
      'select record_id, kind, stage, is_breached, due_at, elapsed_seconds, paused_seconds, business_seconds from sla_cycle order by record_id',
    ),
  ).toEqual([
    {
      record_id: 'b1',
      kind: 'resolution',
      stage: 'completed',
      is_breached: false,
      due_at: new Date('2026-03-14T16:15:00Z'),
      elapsed_seconds: 7200,
      paused_seconds: 0,
      business_seconds: null,
    },
    {
      record_id: 'b2',
      kind: 'response',
      stage: 'paused',
      is_breached: true,
      due_at: new Date('2026-03-02T11:00:00Z'),
      elapsed_seconds: 10_800,
      paused_seconds: 86_400,
      business_seconds: 10_800,
    },
  ]);
});

test('metrics of a field’s values become its history; a metric of a whole duration is left out', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('metric_instance.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'metric_instance', rowsRead: 6, changes: 5, rowsSkipped: 1});
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query(
    'select record_id, field, to_value, changed_at from change order by changed_at, field',
  );
  expect(rows.map(({record_id, field, to_value}) => [record_id, field, to_value])).toEqual([
    ['INC0201', 'status', 'new'],
    ['INC0201', 'assignment_group', 'Workplace'],
    ['INC0201', 'assignee', 'Ines Duarte'],
    ['INC0201', 'status', 'in_progress'],
    ['INC0201', 'status', 'resolved'],
  ]);
  expect(rows[0]?.changed_at).toEqual(new Date('2026-03-14T08:15:02Z'));
});
