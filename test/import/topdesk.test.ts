import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'topdesk', name);
const real = join(packagePath(), '..', 'shared', 'data', 'topdesk', 'topdesk_incident.json');
const amsterdam = {timezone: 'Europe/Amsterdam'};

test('a list reads the line as tier, completed as resolved and calls under a major call as children', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('call_list.csv'), amsterdam);
  expect(result).toMatchObject({
    connector: 'topdesk',
    shape: 'call_list',
    rowsRead: 6,
    rowsAccepted: 6,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: 'I 2603 001',
    record_type: 'incident',
    title: 'Printer jams; again',
    status: 'closed',
    priority: 'P3',
    tier: 'L1',
    assignment_group: 'Workplace',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    responded_at: new Date('2026-03-14T08:20:00Z'),
    resolved_at: new Date('2026-03-14T10:15:00Z'),
    closed_at: new Date('2026-03-21T11:00:00Z'),
    sla_due_at: new Date('2026-03-15T08:15:00Z'),
    is_major: false,
    parent_id: null,
  });
  expect(rows[1]).toMatchObject({tier: 'L2', is_major: true, priority: 'P1', resolved_at: null});
  expect(rows[2]).toMatchObject({status: 'resolved', parent_id: 'I 2603 002', closed_at: null});
  expect(rows[3]).toMatchObject({record_type: 'request', status: 'on_hold', stops_clock: true});
  expect(rows[4]).toMatchObject({status: 'cancelled', priority: null, priority_raw: 'Whenever'});
  expect(
    await space.query('select field, value, row_count from unmapped_value order by field'),
  ).toEqual([
    {field: 'priority', value: 'Whenever', row_count: 1},
    {field: 'status', value: 'Bij de buren', row_count: 1},
  ]);
});

test('a Dutch list is the same export', async () => {
  const space = testWorkspace();
  expect(await space.import(fixture('call_list_nl.csv'), amsterdam)).toMatchObject({
    shape: 'call_list',
    rowsAccepted: 2,
    warnings: [],
  });
  expect(
    await space.query(
      'select record_type, status, priority, opened_at, resolved_at from record_version order by number',
    ),
  ).toEqual([
    {
      record_type: 'incident',
      status: 'resolved',
      priority: 'P2',
      opened_at: new Date('2026-03-14T08:15:00Z'),
      resolved_at: new Date('2026-03-14T10:15:00Z'),
    },
    {
      record_type: 'request',
      status: 'on_hold',
      priority: 'P4',
      opened_at: new Date('2026-03-20T09:00:00Z'),
      resolved_at: null,
    },
  ]);
});

test('an API answer carries offsets, and its `status` is the line, not the state', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.json'));
  expect(result).toMatchObject({connector: 'topdesk', shape: 'api_incidents', rowsAccepted: 2});
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: 't-1',
    status: 'closed',
    tier: 'L1',
    location: 'Utrecht',
    requester: 'Haddad, Omar',
    resolved_at: new Date('2026-03-14T10:15:00Z'),
    closed_at: new Date('2026-03-21T11:00:00Z'),
  });
  expect(rows[1]).toMatchObject({
    status: 'on_hold',
    tier: 'L2',
    priority: null,
    is_major: false,
    parent_id: 'I 2603 002',
  });
});

test.skipIf(!existsSync(real))('the real API answer imports by itself', async () => {
  const space = testWorkspace();
  expect(await space.import(real)).toMatchObject({connector: 'topdesk', rowsAccepted: 1});
  const [row] = await space.query('from record_version');
  expect(row).toMatchObject({
    record_id: 'some-test-id-1',
    number: 'TEST-1',
    status: 'new',
    tier: 'L1',
    channel: 'Automation',
    opened_at: new Date('2021-02-11T06:32:36.303Z'),
    updated_at: new Date('2021-02-11T06:32:36Z'),
    resolved_at: null,
  });
});
