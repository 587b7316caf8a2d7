import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';
import {workbookOf} from './workbook-of.ts';

const fixture = (name: string) => packagePath('fixtures', 'freshdesk', name);
const at = (text: string) => new Date(text);

test('an export lands with urgent first and resolved apart from closed', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('export.csv'), {timezone: 'Europe/Brussels'});
  expect(result).toMatchObject({connector: 'freshdesk', shape: 'csv_export', rowsAccepted: 5});
  const rows = await space.query('from record_version order by number');
  expect(rows).toMatchObject([
    {
      number: '31',
      record_type: 'incident',
      status: 'closed',
      priority: 'P1',
      service: 'Shop',
      requester: 'Otto Berg',
      opened_at: at('2026-05-04T06:10:00Z'),
      responded_at: at('2026-05-04T06:20:00Z'),
      resolved_at: at('2026-05-04T09:00:00Z'),
      closed_at: at('2026-05-06T09:00:00Z'),
      sla_met_recorded: true,
      satisfaction: 5,
    },
    {
      number: '32',
      record_type: 'request',
      status: 'on_hold',
      stops_clock: true,
      priority: 'P4',
      assignment_group: null,
      assignee: null,
    },
    {record_type: 'problem', status: 'on_hold', priority: 'P2', title: 'App crashes "often"'},
    {record_type: 'request', status: 'resolved', closed_at: null, sla_met_recorded: false},
    {record_type: null, status: 'unknown', status_raw: 'Escalated to lab'},
  ]);
  expect(result.warnings).toEqual([expect.stringContaining('“Escalated to lab” (1)')]);
});

test('tickets of the API land with 4 as the most urgent; spam is deleted, escalated is missed', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.json'));
  expect(result).toMatchObject({connector: 'freshdesk', shape: 'tickets_json', rowsAccepted: 3});
  const rows = await space.query('from record_version order by number');
  expect(rows).toMatchObject([
    {
      number: '41',
      status: 'closed',
      priority: 'P1',
      channel: 'Portal',
      responded_at: at('2026-05-04T06:20:00Z'),
      resolved_at: at('2026-05-04T09:00:00Z'),
      closed_at: at('2026-05-06T09:00:00Z'),
      sla_met_recorded: true,
    },
    {number: '42', status: 'on_hold', priority: 'P4', channel: 'Chat', sla_met_recorded: false},
    {number: '43', record_type: 'request', status: 'deleted', sla_met_recorded: null},
  ]);
});

test("a day's activities land the statuses that were set", async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('activities.json'));
  expect(result).toMatchObject({shape: 'activities', rowsAccepted: 3, rowsSkipped: 1});
  expect(
    await space.query(
      'select field, to_value, to_raw, changed_at, changed_by from change order by changed_at',
    ),
  ).toEqual([
    change('in_progress', 'Open', '2026-05-04T06:10:00Z', '51'),
    change('on_hold', 'Waiting on Customer', '2026-05-04T08:00:00Z', null),
    change('resolved', 'Resolved', '2026-05-04T09:00:00Z', '61'),
  ]);
});

function change(to_value: string, to_raw: string, changed: string, changed_by: string | null) {
  return {field: 'status', to_value, to_raw, changed_at: at(changed), changed_by};
}

test('a workbook with native dates lands the same as its CSV', async () => {
  const rows = async (path: string, space = testWorkspace()) => {
    await space.import(path, {timezone: 'Europe/Brussels'});
    return space.query(
      `select number, title, status, priority, opened_at, responded_at, resolved_at, closed_at, sla_met_recorded
      from record_version order by number`,
    );
  };
  const space = testWorkspace();
  const book = space.file('export.xlsx', await workbookOf(fixture('export.csv'), / time$/i));
  const landed = await rows(book, space);
  expect(landed).toHaveLength(5);
  expect(landed).toEqual(await rows(fixture('export.csv')));
});
