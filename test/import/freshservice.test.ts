import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';
import {workbookOf} from './workbook-of.ts';

const fixture = (name: string) => packagePath('fixtures', 'freshservice', name);
const at = (text: string) => new Date(text);

test('an export lands with urgent first, verdicts of the SLA, and two columns of one name', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('export.csv'), {timezone: 'Europe/Brussels'});
  expect(result).toMatchObject({connector: 'freshservice', shape: 'csv_export', rowsAccepted: 5});
  const rows = await space.query('from record_version order by opened_at');
  expect(rows).toMatchObject([
    {
      number: 'INC-11',
      record_type: 'incident',
      status: 'closed',
      priority: 'P1',
      subcategory: 'Scanner',
      location: 'Gent',
      vip: true,
      opened_at: at('2026-05-04T06:10:00Z'),
      responded_at: at('2026-05-04T06:20:00Z'),
      resolved_at: at('2026-05-04T09:00:00Z'),
      closed_at: at('2026-05-06T09:00:00Z'),
      sla_due_at: at('2026-05-04T10:10:00Z'),
      sla_met_recorded: true,
      is_major: null,
    },
    {priority: 'P2', status: 'resolved', sla_met_recorded: false, is_major: true, closed_at: null},
    {
      number: 'SR-13',
      record_type: 'request',
      status: 'on_hold',
      priority: 'P4',
      assignment_group: null,
      assignee: null,
    },
    {status: 'unknown', status_raw: 'Waiting for parts', priority: 'P3', sla_met_recorded: null},
    {status: 'in_progress', title: 'Cannot print\nsince noon'},
  ]);
  expect(rows[0]?.attributes).toMatchObject({
    Others: '["a","b"]',
    'Resolution Time (in Hrs)': '2:50:00',
  });
  expect(result.warnings).toEqual([expect.stringContaining('“Waiting for parts” (1)')]);
});

test('tickets of the API land with 4 as the most urgent; spam is deleted, escalated is missed', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.json'));
  expect(result).toMatchObject({shape: 'tickets_json', rowsAccepted: 3, timezone: null});
  const rows = await space.query('from record_version order by number');
  expect(rows).toMatchObject([
    {
      number: '21',
      priority: 'P1',
      priority_raw: '4',
      status: 'closed',
      channel: 'Phone',
      opened_at: at('2026-05-04T06:10:00Z'),
      responded_at: at('2026-05-04T06:20:00Z'),
      resolved_at: at('2026-05-04T09:00:00Z'),
      closed_at: at('2026-05-06T09:00:00Z'),
      sla_met_recorded: true,
    },
    // Waiting stops the clock; a source that no list names stays as it is.
    {
      number: '22',
      priority: 'P4',
      status: 'on_hold',
      stops_clock: true,
      channel: '14',
      sla_met_recorded: false,
    },
    {number: '23', record_type: 'request', status: 'deleted', sla_met_recorded: null},
  ]);
});

test('a workbook with native dates lands the same as its CSV', async () => {
  const rows = async (path: string, space = testWorkspace()) => {
    await space.import(path, {timezone: 'Europe/Brussels'});
    return space.query(
      `select number, title, status, priority, opened_at, responded_at, resolved_at, closed_at, sla_met_recorded
      from record_version order by number`,
    );
  };
  const space = testWorkspace();
  const book = space.file('export.xlsx', await workbookOf(fixture('export.csv'), / Time$/));
  const landed = await rows(book, space);
  expect(landed).toHaveLength(5);
  expect(landed).toEqual(await rows(fixture('export.csv')));
});
