import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'solarwinds', name);

test('the CSV that is mailed lands with written months in the account zone', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.csv'), {timezone: 'America/New_York'});
  expect(result).toMatchObject({
    connector: 'solarwinds',
    shape: 'incidents_csv',
    rowsAccepted: 4,
    rowsRejected: 0,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    number: '901',
    title: 'Printer, second floor',
    description: 'line one\r\nline two',
    category: 'Hardware',
    subcategory: 'Printer',
    location: 'Boston',
    channel: 'email',
    status: 'closed',
    priority: 'P2',
    opened_at: new Date('2026-01-05T14:00:00Z'),
    resolved_at: new Date('2026-01-05T16:30:00Z'),
    closed_at: new Date('2026-01-12T15:00:00Z'),
    sla_met_recorded: true,
    resolution_notes: 'Toner replaced',
  });
  expect(rows.slice(1)).toMatchObject([
    {
      status: 'on_hold',
      stops_clock: true,
      priority: null,
      priority_raw: null,
      opened_at: new Date('2026-07-13T04:05:00Z'),
      sla_met_recorded: false,
    },
    {status: 'on_hold', stops_clock: false, priority: 'P1', sla_met_recorded: null},
    {status: 'unknown', status_raw: 'Napping', priority: 'P4'},
  ]);
  expect(result.warnings.join(' ')).toContain('Napping');
});

test('incidents of the API land by their offsets, service requests apart', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.json'));
  expect(result).toMatchObject({shape: 'incidents', timezone: null, rowsAccepted: 3});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      record_id: '50911',
      number: '911',
      record_type: 'incident',
      category: 'Hardware',
      subcategory: 'Printer',
      status: 'closed',
      priority: 'P1',
      assignee: 'Gil Moreau',
      opened_at: new Date('2026-01-05T14:00:00Z'),
      resolved_at: new Date('2026-01-05T16:30:00Z'),
      closed_at: new Date('2026-01-12T15:00:00Z'),
    },
    {status: 'on_hold', priority: null, problem_id: '77'},
    {record_type: 'request', status: 'resolved', priority: 'P3', closed_at: null},
  ]);
});
