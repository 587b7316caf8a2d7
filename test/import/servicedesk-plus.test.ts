import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'servicedesk-plus', name);
const at = (text: string) => new Date(text);

test('a report lands from below its title; completed is closed, and a dash is nothing', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('report.csv'), {timezone: 'Europe/Zurich'});
  expect(result).toMatchObject({
    connector: 'servicedesk-plus',
    shape: 'csv_export',
    rowsRead: 5,
    rowsAccepted: 5,
  });
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      number: '501',
      record_type: 'incident',
      status: 'closed',
      priority: 'P2',
      tier: 'Tier 1',
      location: 'Bern',
      opened_at: at('2026-06-24T13:05:00Z'),
      responded_at: at('2026-06-24T13:20:00Z'),
      resolved_at: at('2026-06-24T15:00:00Z'),
      closed_at: at('2026-06-26T07:00:00Z'),
      sla_due_at: at('2026-06-24T17:05:00Z'),
      sla_met_recorded: true,
      resolution_code: 'Success',
    },
    {
      // Five past midnight.
      number: '502',
      record_type: 'request',
      status: 'on_hold',
      priority: 'P4',
      assignment_group: null,
      assignee: null,
      location: null,
      opened_at: at('2026-06-24T22:05:00Z'),
      sla_met_recorded: null,
    },
    {
      status: 'resolved',
      priority: 'P3',
      opened_at: at('2026-06-25T10:30:00Z'),
      closed_at: null,
      sla_met_recorded: false,
    },
    {status: 'cancelled', priority: 'P5', sla_met_recorded: null},
    {status: 'unknown', status_raw: 'Parts ordered'},
  ]);
  expect(result.warnings.join()).toContain('“Parts ordered” (1)');
});

test('requests of the API land by their milliseconds; a status that stops the timer is a hold', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('requests.json'));
  expect(result).toMatchObject({shape: 'requests_json', rowsAccepted: 3, timezone: null});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      record_id: '100000601',
      number: '601',
      record_type: 'incident',
      status: 'closed',
      priority: 'P2',
      vip: true,
      opened_at: at('2026-06-24T13:05:00Z'),
      responded_at: at('2026-06-24T13:20:00Z'),
      resolved_at: at('2026-06-24T15:00:00Z'),
      closed_at: at('2026-06-26T07:00:00Z'),
      sla_due_at: at('2026-06-24T17:05:00Z'),
      sla_met_recorded: true,
    },
    {
      number: '602',
      status: 'on_hold',
      status_raw: 'Parts ordered',
      resolved_at: null,
      sla_met_recorded: false,
    },
    {number: '603', record_type: 'request', status: 'deleted', sla_met_recorded: null},
  ]);
});
