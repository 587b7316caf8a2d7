import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

test('a Turkish list in windows-1254 lands, its capitals with and without dots known', async () => {
  const space = testWorkspace();
  const file = packagePath('fixtures', 'servicecore', 'talepler.csv');
  const result = await space.import(file, {timezone: 'Europe/Istanbul'});
  expect(result).toMatchObject({
    connector: 'servicecore',
    shape: 'records',
    encoding: 'windows-1254',
    delimiter: ';',
    rowsAccepted: 5,
    rowsRejected: 0,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    number: 'T-1001',
    record_type: 'incident',
    title: 'Yazıcı çalışmıyor',
    description: 'İkinci kat; koridor',
    category: 'Donanım',
    subcategory: 'Yazıcı',
    status: 'closed',
    status_raw: 'KAPATILDI',
    priority: 'P2',
    assignment_group: 'Birinci Seviye',
    assignee: 'Işıl Güneş',
    requester: 'İlker Şahin',
    opened_at: new Date('2026-01-05T06:00:00Z'),
    resolved_at: new Date('2026-01-05T08:30:00Z'),
    closed_at: new Date('2026-01-12T05:00:00Z'),
    sla_met_recorded: true,
  });
  expect(rows.slice(1)).toMatchObject([
    {record_type: 'request', status: 'on_hold', stops_clock: true, sla_met_recorded: false},
    {status: 'in_progress', status_raw: 'İŞLEMDE', priority: 'P1', sla_met_recorded: null},
    {status: 'cancelled', priority: 'P3', resolved_at: null},
    {status: 'unknown', status_raw: 'Müdür Bakıyor'},
  ]);
  expect(result.warnings.join(' ')).toContain('Müdür Bakıyor');
});
