import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'request-tracker', name);
const at = (text: string) => new Date(text);

test('search results land, a subject that begins with a quotation mark too', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('Results.tsv'), {timezone: 'America/New_York'});
  expect(result).toMatchObject({
    connector: 'request-tracker',
    shape: 'tsv_export',
    rowsRead: 5,
    rowsAccepted: 5,
  });
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      number: '801',
      title: 'Disk "full" on build host',
      status: 'resolved',
      priority: 'P2',
      priority_raw: '100',
      assignment_group: 'Hosting',
      opened_at: at('2026-06-04T17:06:07Z'),
      responded_at: at('2026-06-04T17:20:00Z'),
      resolved_at: at('2026-06-05T14:00:00Z'),
      sla_due_at: at('2026-06-08T17:06:07Z'),
    },
    {
      number: '802',
      title: '"Quoted" from the start',
      status: 'on_hold',
      stops_clock: true,
      priority: 'P3',
      assignee: null,
      resolved_at: null,
    },
    // Rejected carries a resolved time all the same.
    {status: 'cancelled', priority: 'P4', resolved_at: at('2026-06-13T06:00:00Z')},
    {status: 'merged', priority: 'P3', priority_raw: 'Medium'},
    {status: 'unknown', status_raw: 'awaiting parts', priority: 'P4'},
  ]);
  expect(result.warnings.join()).toContain('“awaiting parts” (1)');
});

test('tickets of the API land in UTC, 1970 being nothing and another effective id a merge', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.json'));
  expect(result).toMatchObject({shape: 'tickets_json', rowsAccepted: 3, timezone: null});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      number: '801',
      status: 'resolved',
      priority: 'P2',
      assignment_group: 'Hosting',
      assignee: 'rosa',
      opened_at: at('2026-06-04T17:06:07Z'),
      responded_at: at('2026-06-04T17:20:00Z'),
      resolved_at: at('2026-06-05T14:00:00Z'),
      sla_due_at: null,
    },
    {number: '802', status: 'on_hold', assignee: null, resolved_at: null},
    {number: '804', status: 'merged', priority: 'P4', responded_at: null},
  ]);
});

test('transactions land a row a changed field, from the API as from the table', async () => {
  for (const name of ['transactions.json', 'transactions.csv']) {
    const space = testWorkspace();
    const result = await space.import(fixture(name));
    expect(result).toMatchObject({connector: 'request-tracker', rowsAccepted: 5});
    expect(result.rowsRead).toBe(result.rowsAccepted + result.rowsSkipped);
    expect(await space.query('from change order by changed_at')).toMatchObject([
      {record_id: '801', field: 'status', from_value: 'new', to_value: 'in_progress'},
      {field: 'assignee', from_value: '6', to_value: '22'},
      {field: 'assignment_group', from_value: '1', to_value: '3'},
      {field: 'status', to_value: 'on_hold', to_stops_clock: true},
      {field: 'priority', from_value: 'P4', to_value: 'P2'},
    ]);
  }
});
