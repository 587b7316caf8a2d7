import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'itop', name);
const paris = {timezone: 'Europe/Paris'};

test('an export with labels lands with its line breaks, escalations as work and satisfaction turned round', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.csv'), paris);
  expect(result).toMatchObject({connector: 'itop', shape: 'list', rowsAccepted: 5});
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '3',
    number: 'I-000003',
    record_type: 'incident',
    title: 'The "new" printer\nis dead',
    service: 'Printing',
    category: 'Printer',
    impact: 'A person',
    assignment_group: 'Helpdesk',
    assignee: 'Agent One',
    opened_at: new Date('2026-03-02T08:00:00Z'),
    responded_at: new Date('2026-03-02T08:10:00Z'),
    resolved_at: new Date('2026-03-02T11:00:00Z'),
    closed_at: new Date('2026-03-09T09:00:00Z'),
  });
  expect(
    await space.query(
      `select status, priority, sla_met_recorded as met, satisfaction, parent_id, record_type as type
       from record_version order by number`,
    ),
  ).toEqual([
    row({status: 'closed', priority: 'P3', met: true, satisfaction: 4}),
    // The promise is broken already, and the ticket is still open: no verdict yet.
    row({status: 'in_progress', priority: 'P1'}),
    row({status: 'new', priority: 'P2', parent_id: 'I-000004'}),
    row({status: 'resolved', met: false, satisfaction: 1}),
    row({status: 'on_hold', type: 'request'}),
  ]);
});

function row(rest: object) {
  return {
    priority: 'P4',
    met: null,
    satisfaction: null,
    parent_id: null,
    type: 'incident',
    ...rest,
  };
}

test('an XML export lands by codes; a user request is what its type says', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.xml'), paris);
  expect(result).toMatchObject({connector: 'itop', shape: 'xml', rowsAccepted: 3});
  const rows = await space.query('from record_version order by number');
  expect(rows).toMatchObject([
    {
      record_id: '21',
      number: 'R-000021',
      record_type: 'incident',
      title: 'Printer & scanner dead',
      status: 'closed',
      priority: 'P3',
      satisfaction: 3,
      sla_met_recorded: true,
      resolved_at: new Date('2026-03-02T11:00:00Z'),
    },
    {record_type: 'request', status: 'on_hold', priority: 'P1', closed_at: null},
    {record_type: 'request', status: 'cancelled', priority: 'P4'},
  ]);
});

test('the history of attributes lands as changes; other classes are left out', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('history.csv'), paris);
  expect(result).toMatchObject({shape: 'history', rowsSkipped: 1, changes: 4});
  expect(
    await space.query(
      'select field, from_value, to_value, to_stops_clock from change order by changed_at, field desc',
    ),
  ).toEqual([
    {field: 'status', from_value: 'new', to_value: 'in_progress', to_stops_clock: false},
    {field: 'assignment_group', from_value: '0', to_value: '12', to_stops_clock: null},
    {field: 'status', from_value: 'in_progress', to_value: 'on_hold', to_stops_clock: true},
    {field: 'status', from_value: 'on_hold', to_value: 'resolved', to_stops_clock: false},
  ]);
});

test('an answer of the web service lands a ticket for each member of its objects', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.json'), paris);
  expect(result).toMatchObject({connector: 'itop', shape: 'api', rowsRead: 3, rowsAccepted: 3});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      record_id: '41',
      number: 'I-000041',
      record_type: 'incident',
      status: 'closed',
      priority: 'P2',
      impact: 'A person',
      assignment_group: 'Helpdesk',
      opened_at: new Date('2026-03-02T08:00:00Z'),
      responded_at: new Date('2026-03-02T08:10:00Z'),
      resolved_at: new Date('2026-03-02T11:00:00Z'),
      closed_at: new Date('2026-03-09T09:00:00Z'),
      sla_due_at: new Date('2026-03-02T12:00:00Z'),
      sla_met_recorded: true,
      satisfaction: 4,
    },
    {
      record_type: 'request',
      status: 'on_hold',
      priority: 'P4',
      impact: 'A department',
      assignee: null,
      opened_at: new Date('2026-07-02T07:00:00Z'),
      resolved_at: null,
      sla_met_recorded: null,
    },
    {record_type: 'incident', status: 'resolved', sla_met_recorded: false, satisfaction: 1},
  ]);
});
