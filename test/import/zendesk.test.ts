import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'zendesk', name);

test("a CSV of the account lands in the account's zone; stations count the first assignment too", async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('export.csv'), {timezone: 'Europe/Copenhagen'});
  expect(result).toMatchObject({connector: 'zendesk', shape: 'csv_export', rowsAccepted: 6});
  expect(
    await space.query(
      `select number, record_type, status, priority, opened_at, responded_at, resolved_at, reopen_count, reassignment_count, satisfaction
      from record_version order by number`,
    ),
  ).toEqual([
    row('101', 'incident', 'closed', 'P2', '2026-03-02T08:05:00Z', {
      responded_at: new Date('2026-03-02T08:30:00Z'),
      resolved_at: new Date('2026-03-03T10:35:00Z'),
      reopen_count: 1,
      reassignment_count: 1,
      satisfaction: 5,
    }),
    // In the hour that the clocks skip; moved on by it. Without a priority it has no promise.
    row('102', 'incident', 'new', null, '2026-03-29T01:30:00Z', {reassignment_count: 0}),
    row('103', 'problem', 'on_hold', 'P1', '2026-03-10T07:00:00Z', {reassignment_count: 2}),
    row('104', 'incident', 'merged', 'P3', '2026-03-02T08:30:00Z', {
      resolved_at: new Date('2026-03-02T08:45:00Z'),
      reassignment_count: 0,
    }),
    row('105', 'request', 'on_hold', 'P4', '2026-03-12T13:00:00Z', {satisfaction: 1}),
    row('106', null, 'unknown', 'P4', '2026-03-13T13:00:00Z', {}),
  ]);
  expect(result.warnings).toEqual([expect.stringContaining('“Vendor replied” (1)')]);
});

test('tickets of the API and of the full export, a ticket a line, land the same and need no zone', async () => {
  for (const name of ['tickets.json', 'export.ndjson']) {
    const space = testWorkspace();
    const result = await space.import(fixture(name));
    expect(result).toMatchObject({shape: 'tickets_json', rowsAccepted: 4, timezone: null});
    const rows = await space.query('from record_version order by number');
    expect(rows[0]).toMatchObject({
      record_id: '201',
      status: 'closed',
      priority: 'P2',
      opened_at: new Date('2026-03-02T08:05:00Z'),
      responded_at: new Date('2026-03-02T08:30:00Z'),
      resolved_at: new Date('2026-03-03T10:35:00Z'),
      reopen_count: 1,
      reassignment_count: 2,
      problem_id: '203',
      satisfaction: 5,
    });
    expect(rows[1]).toMatchObject({
      status: 'on_hold',
      priority: null,
      responded_at: null,
      reassignment_count: 0,
      satisfaction: null,
    });
    expect(rows[2]).toMatchObject({record_type: 'problem', status: 'deleted'});
    // Closed by merging, which only its tags tell.
    expect(rows[3]).toMatchObject({status: 'merged', status_raw: 'closed'});
  }
});

test('audits land a row a changed field, comments and notifications left out', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('audits.json'));
  expect(result).toMatchObject({shape: 'audits', rowsRead: 8, rowsAccepted: 6, rowsSkipped: 2});
  const rows = await space.query('from change order by changed_at, field');
  expect(rows.slice(3)).toMatchObject([
    {field: 'assignment_group', from_value: '7001', to_value: '7002', changed_by: '8001'},
    {field: 'priority', from_value: null, to_value: 'P2', to_raw: 'high'},
    {field: 'status', from_value: 'new', to_value: 'on_hold', to_stops_clock: true},
  ]);
});

test('ticket events land by the field that stands in each of them', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('ticket_events.json'));
  expect(result).toMatchObject({shape: 'ticket_events', rowsAccepted: 4, rowsSkipped: 2});
  const rows = await space.query('from change order by changed_at, field');
  expect(rows).toMatchObject([
    {field: 'status', from_value: null, to_value: 'new', to_raw: 'new'},
    {field: 'assignment_group', from_value: '7001', to_value: '7002'},
    {field: 'priority', from_value: 'P4', to_value: 'P2', to_raw: 'high'},
    {field: 'status', from_value: 'new', to_value: 'on_hold', to_raw: 'hold'},
  ]);
});

test('ticket metrics are times without a verdict; time in pending and on hold is paused', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('ticket_metrics.json'));
  expect(result).toMatchObject({shape: 'ticket_metrics', rowsAccepted: 2});
  const rows = await space.query('from sla_cycle order by record_id');
  expect(rows[0]).toMatchObject({
    record_id: '201',
    kind: 'resolution',
    stage: 'completed',
    elapsed_seconds: 1590 * 60,
    business_seconds: 600 * 60,
    paused_seconds: 320 * 60,
    is_breached: null,
  });
  expect(rows[1]).toMatchObject({stage: 'in_progress', elapsed_seconds: null, ended_at: null});
});

test('metric events land promises, breaches that stand and ends, each in a row', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('ticket_metric_events.json'));
  expect(result).toMatchObject({shape: 'ticket_metric_events', rowsAccepted: 5, rowsSkipped: 3});
  expect(
    await space.query(
      `select record_id, sla_name, kind, stage, is_breached from sla_cycle where is_breached is not null order by all`,
    ),
  ).toEqual([
    {
      record_id: '201',
      sla_name: 'Gold',
      kind: 'resolution',
      stage: 'in_progress',
      is_breached: false,
    },
    {
      record_id: '201',
      sla_name: 'agent_work_time',
      kind: 'resolution',
      stage: 'in_progress',
      is_breached: true,
    },
    {
      record_id: '202',
      sla_name: 'Gold',
      kind: 'response',
      stage: 'in_progress',
      is_breached: false,
    },
  ]);
});

function row(
  number: string,
  record_type: string | null,
  status: string,
  priority: string | null,
  opened: string,
  rest: Record<string, unknown>,
) {
  return {
    number,
    record_type,
    status,
    priority,
    opened_at: new Date(opened),
    responded_at: null,
    resolved_at: null,
    reopen_count: 0,
    reassignment_count: null,
    satisfaction: null,
    ...rest,
  };
}

test('tickets, their audits and their metrics in one answer land each as what they are', async () => {
  const space = testWorkspace();
  const answers = ['tickets', 'audits', 'ticket_metrics'].map(
    (name) => JSON.parse(readFileSync(fixture(`${name}.json`), 'utf8')) as Record<string, object[]>,
  );
  // Over 8 MB an answer is cut into lines, the shorter lists of it too.
  for (const padding of ['', 'x'.repeat(9 * 2 ** 20)]) {
    const answer = Object.assign({}, ...answers) as Record<string, object[]>;
    const tickets = answer.tickets?.map((ticket, index) =>
      index === 0 ? {...ticket, description: padding} : ticket,
    );
    const file = space.file(`answer-${padding.length}.json`, JSON.stringify({...answer, tickets}));
    const imports = await space.importAll(file, {source: `padded-${padding.length}`});
    expect(imports).toMatchObject([
      {shape: 'tickets_json', grain: 'incident', rowsAccepted: 4},
      {shape: 'audits', grain: 'change', rowsAccepted: 6, rowsSkipped: 2},
      {shape: 'ticket_metrics', grain: 'sla_cycle', rowsAccepted: 2},
    ]);
    for (const landed of imports) expect(unaccounted(landed)).toBe(0);
  }
});

test('tables of a replicating service land in universal time', async () => {
  const space = testWorkspace();
  expect(await space.import(fixture('replicated_tickets.csv'))).toMatchObject({
    shape: 'replicated_tickets',
    rowsAccepted: 2,
    timezone: 'UTC',
  });
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      record_id: '301',
      record_type: 'incident',
      description: 'It takes\nminutes.',
      status: 'resolved',
      priority: 'P1',
      channel: 'email',
      problem_id: '303',
      opened_at: new Date('2026-03-02T08:05:00Z'),
    },
    {status: 'on_hold', stops_clock: true, priority: null, assignee: null},
  ]);
  expect(await space.import(fixture('replicated_history.csv'))).toMatchObject({
    shape: 'replicated_history',
    rowsAccepted: 4,
  });
  expect(await space.query('from change order by changed_at, field')).toMatchObject([
    {record_id: '301', field: 'status', to_value: 'new', changed_by: '9001'},
    {field: 'assignment_group', to_value: '7001'},
    {field: 'status', to_value: 'in_progress', changed_at: new Date('2026-03-02T08:30:00Z')},
    {field: 'status', to_value: 'resolved'},
  ]);
});
