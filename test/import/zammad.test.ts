import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';
import {workbookOf} from './workbook-of.ts';

const fixture = (name: string) => packagePath('fixtures', 'zammad', name);
const at = (text: string) => new Date(text);

test('a report lands with its closing as the resolution and the sign of the difference as the verdict', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('report.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({connector: 'zammad', shape: 'report', rowsAccepted: 5});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      number: '66001',
      status: 'closed',
      priority: 'P2',
      channel: 'phone',
      opened_at: at('2026-07-06T07:00:00Z'),
      responded_at: at('2026-07-06T07:10:00Z'),
      resolved_at: at('2026-07-06T10:00:00Z'),
      closed_at: at('2026-07-06T10:00:00Z'),
      sla_met_recorded: true,
    },
    {
      status: 'on_hold',
      stops_clock: true,
      priority: 'P4',
      assignee: null,
      sla_met_recorded: null,
      sla_due_at: at('2026-07-08T07:00:00Z'),
    },
    {status: 'closed', priority: 'P3', sla_met_recorded: false},
    {status: 'merged', resolved_at: null},
    {status: 'unknown', status_raw: 'pending vendor'},
  ]);
  expect(result.warnings.join()).toContain('“pending vendor” (1)');
});

test('a German report lands by its own headings and states', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('report_de.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'report', rowsAccepted: 2});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {status: 'on_hold', priority: 'P2', assignee: null, requester: 'Ute Graf'},
    {
      status: 'closed',
      priority: 'P4',
      assignment_group: 'Desk',
      resolved_at: at('2026-07-16T10:00:00Z'),
    },
  ]);
});

test('tickets of the API land by name or by number, owner 1 being nobody', async () => {
  for (const name of ['tickets.json', 'tickets_ids.json']) {
    const space = testWorkspace();
    const result = await space.import(fixture(name));
    expect(result).toMatchObject({shape: 'tickets_json', rowsAccepted: 2, timezone: null});
    expect(await space.query('from record_version order by number')).toMatchObject([
      {
        record_id: '71',
        number: '67001',
        status: 'closed',
        priority: 'P2',
        opened_at: at('2026-07-06T07:00:00.123Z'),
        resolved_at: at('2026-07-06T10:00:00Z'),
        sla_met_recorded: true,
      },
      {record_id: '72', status: 'merged', priority: 'P4', assignee: null},
    ]);
  }
});

test('the history lands a row a changed field of a ticket', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('history.json'));
  expect(result).toMatchObject({shape: 'history', rowsAccepted: 4, rowsSkipped: 2});
  expect(await space.query('from change order by changed_at, field')).toMatchObject([
    {record_id: '71', field: 'assignee', from_value: null, to_value: 'Kai Zorn'},
    {field: 'status', from_value: 'new', to_value: 'in_progress', changed_by: '5'},
    {field: 'priority', from_value: 'P3', to_value: 'P2'},
    {field: 'status', to_value: 'on_hold', to_stops_clock: true},
  ]);
});

test('a workbook with native dates lands the same as its CSV', async () => {
  const rows = async (path: string, space = testWorkspace()) => {
    await space.import(path, {timezone: 'Europe/Berlin'});
    return space.query(
      `select number, title, status, priority, opened_at, responded_at, resolved_at, closed_at, sla_met_recorded
      from record_version order by number`,
    );
  };
  const space = testWorkspace();
  const book = space.file('export.xlsx', await workbookOf(fixture('report.csv'), / At$/));
  const landed = await rows(book, space);
  expect(landed).toHaveLength(5);
  expect(landed).toEqual(await rows(fixture('report.csv')));
});

test('the history of a ticket lands with the ticket among its assets', async () => {
  const space = testWorkspace();
  const imports = await space.importAll(fixture('ticket_history.json'));
  expect(imports).toMatchObject([
    {shape: 'tickets_json', rowsRead: 1, rowsAccepted: 1},
    {shape: 'history', rowsRead: 4, rowsAccepted: 2, rowsSkipped: 2},
  ]);
  expect(await space.query('select record_id, number, status from record_version')).toEqual([
    {record_id: '71', number: '67001', status: 'closed'},
  ]);
  expect(await space.query('select record_id, to_value from change order by changed_at')).toEqual([
    {record_id: '71', to_value: 'in_progress'},
    {record_id: '71', to_value: 'closed'},
  ]);
});
