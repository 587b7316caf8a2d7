import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

test('a list of service records lands with five priorities and one end', async () => {
  const space = testWorkspace();
  const file = packagePath('fixtures', 'sysaid', 'service_records.csv');
  const result = await space.import(file, {timezone: 'Europe/Dublin'});
  expect(result).toMatchObject({
    connector: 'sysaid',
    shape: 'service_records',
    rowsAccepted: 5,
    rowsRejected: 0,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '3001',
    number: '3001',
    record_type: 'incident',
    title: 'Mail, again',
    category: 'Mail',
    subcategory: 'Client',
    status: 'closed',
    priority: 'P1',
    requester: 'Orla Finn',
    assignment_group: 'Desk',
    assignee: 'Ben Aster',
    opened_at: new Date('2026-01-05T09:00:24Z'),
    resolved_at: new Date('2026-01-05T23:30:00Z'),
    closed_at: null,
    sla_due_at: new Date('2026-01-06T09:00:24Z'),
  });
  expect(rows.slice(1)).toMatchObject([
    {
      status: 'on_hold',
      stops_clock: true,
      priority: 'P5',
      assignee: null,
      opened_at: new Date('2026-07-12T23:05:00Z'),
    },
    {record_type: 'request', status: 'resolved', priority: 'P2'},
    {status: 'merged', priority: 'P4'},
    {record_type: 'problem', status: 'unknown', status_raw: 'On the moon', priority: 'P3'},
  ]);
  expect(result.warnings.join(' ')).toContain('On the moon');
});

test('an answer of the REST API lands by the keys in its lists, whatever their order', async () => {
  const space = testWorkspace();
  const result = await space.import(packagePath('fixtures', 'sysaid', 'sr.json'));
  expect(result).toMatchObject({
    connector: 'sysaid',
    shape: 'api',
    rowsAccepted: 3,
    timezone: null,
  });
  const rows = await space.query('from record_version order by number');
  expect(rows).toMatchObject([
    {
      record_id: '25',
      record_type: 'incident',
      title: 'Cannot open mail',
      status: 'new',
      priority: 'P1',
      category: 'Mail',
      impact: 'Low',
      assignee: null,
      opened_at: new Date('2026-01-05T08:00:24.500Z'),
      resolved_at: null,
    },
    {
      record_type: 'request',
      title: 'No Wi-Fi, "again"',
      status: 'closed',
      priority: 'P5',
      assignment_group: 'Network',
      assignee: 'Ben Aster',
      parent_id: '25',
      resolved_at: new Date('2026-01-06T08:00:00Z'),
    },
    {status: 'in_progress', status_raw: 'With the moon team', priority: null, opened_at: null},
  ]);
  expect(rows[2]?.attributes).toMatchObject({'info.status.value': '41'});
});
