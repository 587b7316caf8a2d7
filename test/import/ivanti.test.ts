import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'ivanti', name);

test('a list by labels reads month-first times with noon and night apart', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incident_list.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({
    connector: 'ivanti',
    shape: 'incident_list',
    rowsRead: 4,
    rowsAccepted: 4,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '10101',
    title: 'Printer jams, again',
    status: 'closed',
    priority: 'P2',
    assignment_group: 'Workplace',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    resolved_at: new Date('2026-03-14T10:15:00Z'),
    closed_at: new Date('2026-03-19T10:15:00Z'),
    resolution_code: 'User Training',
  });
  expect(rows[1]).toMatchObject({status: 'on_hold', stops_clock: true, resolved_at: null});
  expect(rows[2]).toMatchObject({
    status: 'cancelled',
    priority: 'P5',
    opened_at: new Date('2026-03-02T21:05:00Z'),
  });
  expect(rows[3]).toMatchObject({status: 'unknown', status_raw: 'Parked', priority: null});
});

test('an answer of the API is universal time, and ids of validated fields stay beside', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.json'));
  expect(result).toMatchObject({connector: 'ivanti', shape: 'odata', rowsAccepted: 2});
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '0A1B2C3D4E5F60718293A4B5C6D7E8F9',
    number: '10201',
    status: 'closed',
    priority: 'P2',
    vip: false,
    assignment_group: 'Workplace',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    resolved_at: new Date('2026-03-14T10:15:00Z'),
  });
  expect(rows[0]?.attributes).toMatchObject({Status_Valid: '5D000000000000000000000000000001'});
  expect(rows[1]).toMatchObject({status: 'on_hold', vip: true, assignee: null, resolved_at: null});
});
