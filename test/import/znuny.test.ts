import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'znuny', name);
const at = (text: string) => new Date(text);

test('search results land with 5 as the most urgent and the closing as the resolution', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('search.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({
    connector: 'znuny',
    shape: 'search_export',
    delimiter: ';',
    rowsAccepted: 5,
  });
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      number: '2026080310000011',
      title: 'Line stopped; belt 4',
      status: 'closed',
      priority: 'P1',
      assignment_group: 'Desk::First line',
      requester: 'Ada Roth',
      opened_at: at('2026-08-03T07:00:00Z'),
      responded_at: at('2026-08-03T07:15:00Z'),
      resolved_at: at('2026-08-03T10:00:00Z'),
      closed_at: at('2026-08-03T10:00:00Z'),
      sla_met_recorded: true,
    },
    {status: 'on_hold', stops_clock: true, priority: 'P5', sla_met_recorded: null},
    {status: 'closed', priority: 'P3', sla_met_recorded: false},
    {status: 'merged', priority: 'P4'},
    {status: 'unknown', status_raw: 'waiting for spare part', priority: 'P2'},
  ]);
  expect(result.warnings.join()).toContain('“waiting for spare part” (1)');
});

test('a German table in windows-1252 lands by its own headings, states and dates', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('search_de.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({shape: 'search_export', rowsAccepted: 2});
  expect(result.encoding).toBe('windows-1252');
  expect(await space.query('from record_version order by number desc')).toMatchObject([
    {
      title: 'Förderband steht',
      status: 'closed',
      priority: 'P2',
      assignment_group: 'Störungen',
      requester: 'Jörg Weiß',
      opened_at: at('2026-08-17T07:00:00Z'),
      responded_at: at('2026-08-17T07:10:00Z'),
      resolved_at: at('2026-08-17T09:30:00Z'),
    },
    {status: 'on_hold', priority: 'P4', opened_at: at('2026-08-02T07:00:00Z')},
  ]);
});

test("tickets of the generic interface land; a company's own state goes by its type", async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.json'), {timezone: 'UTC'});
  expect(result).toMatchObject({shape: 'tickets_json', rowsAccepted: 2});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {
      record_id: '91',
      number: '2026080310000091',
      record_type: 'incident',
      status: 'closed',
      priority: 'P1',
      service: 'Conveyor',
      opened_at: at('2026-08-03T07:00:00Z'),
      resolved_at: at('2026-08-03T10:00:00Z'),
      sla_met_recorded: true,
    },
    {
      record_id: '92',
      record_type: 'change',
      status: 'on_hold',
      status_raw: 'waiting for spare part',
      sla_met_recorded: null,
    },
  ]);
});
