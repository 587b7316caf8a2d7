import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'halo', name);

test('a list knows merged tickets, takes 1900 for no date and keeps unknown states', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('ticket_list.csv'), {timezone: 'Europe/Amsterdam'});
  expect(result).toMatchObject({
    connector: 'halo',
    shape: 'ticket_list',
    rowsRead: 5,
    rowsAccepted: 5,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '1001',
    record_type: 'incident',
    title: 'Printer jams, again',
    status: 'closed',
    priority: 'P2',
    assignment_group: 'Workplace',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    responded_at: new Date('2026-03-14T08:20:00Z'),
    closed_at: new Date('2026-03-21T11:00:00Z'),
    sla_due_at: new Date('2026-03-14T16:15:00Z'),
    sla_met_recorded: true,
  });
  expect(rows[1]).toMatchObject({record_type: 'request', status: 'on_hold', closed_at: null});
  expect(rows[2]).toMatchObject({status: 'merged', duplicate_of: '1001'});
  expect(rows[3]).toMatchObject({priority: 'P1', sla_met_recorded: false});
  expect(rows[4]).toMatchObject({status: 'unknown', priority: null, priority_raw: 'Whenever'});
});

test('an answer of the API is in UTC; numbers are states, deleted and merged tickets are no open ones', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.json'), {timezone: 'Europe/Amsterdam'});
  expect(result).toMatchObject({
    connector: 'halo',
    shape: 'api_tickets',
    timezone: 'UTC',
    rowsRead: 4,
    rowsAccepted: 4,
  });
  const rows = await space.query(
    'select record_id, record_type, status, priority, opened_at, responded_at, closed_at, parent_id, duplicate_of from record_version order by number',
  );
  expect(rows[0]).toEqual({
    record_id: '2001',
    record_type: 'incident',
    status: 'closed',
    priority: 'P2',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    responded_at: new Date('2026-03-14T08:20:00Z'),
    closed_at: new Date('2026-03-21T11:00:00Z'),
    parent_id: null,
    duplicate_of: null,
  });
  expect(rows[1]).toMatchObject({
    record_type: 'request',
    status: 'on_hold',
    priority: 'P4',
    responded_at: null,
    closed_at: null,
    parent_id: '2001',
  });
  expect(rows[2]).toMatchObject({status: 'merged', duplicate_of: '2001'});
  expect(rows[3]).toMatchObject({status: 'deleted'});
});
