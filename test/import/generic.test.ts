import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {recordFields} from '../../src/import/canonical-fields.ts';
import {loadConnectors} from '../../src/import/load-connectors.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'generic', name);

test('incidents under our own names need no mapping; other columns and unknown values are kept', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.csv'));
  expect(result).toMatchObject({
    connector: 'generic',
    shape: 'incidents',
    rowsAccepted: 4,
    timezone: null,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: 'a1',
    number: 'INC-1',
    record_type: 'incident',
    tier: 'L1',
    opened_at: new Date('2026-03-29T00:30:00Z'),
    responded_at: new Date('2026-03-29T01:10:00Z'),
    satisfaction: 4.5,
    sla_met_recorded: true,
    is_major: false,
    attributes: {cost_centre: '4711'},
  });
  expect(rows.slice(1)).toMatchObject([
    {status: 'on_hold', stops_clock: true, priority: 'P1', is_major: true, record_type: null},
    {status: 'merged', priority: 'P5', duplicate_of: 'a2', record_type: 'request'},
    {status: 'unknown', status_raw: 'parked', priority: null, priority_raw: 'urgent'},
  ]);
});

test('JSON under our own names lands the same way', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.json'));
  expect(result).toMatchObject({connector: 'generic', shape: 'incidents_json', rowsAccepted: 2});
  expect(
    await space.query('select status, priority, resolved_at from record_version order by number'),
  ).toEqual([
    {status: 'resolved', priority: 'P2', resolved_at: new Date('2026-03-29T02:30:00.250Z')},
    {status: 'new', priority: 'P4', resolved_at: null},
  ]);
});

test('updates are versions, dated by themselves', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('updates.csv'));
  expect(result).toMatchObject({shape: 'updates', grain: 'version', rowsAccepted: 3, records: 1});
  expect(
    await space.query('select status, updated_at from record_version order by updated_at'),
  ).toEqual([
    {status: 'new', updated_at: new Date('2026-03-29T08:00:00Z')},
    {status: 'in_progress', updated_at: new Date('2026-03-29T09:00:00Z')},
    {status: 'resolved', updated_at: new Date('2026-03-29T10:00:00Z')},
  ]);
});

test('changes without an offset ask for a zone and are made canonical', async () => {
  const space = testWorkspace();
  await expect(space.import(fixture('changes.csv'))).rejects.toThrow(/time zone/);
  const result = await space.import(fixture('changes.csv'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({shape: 'changes', changes: 3});
  expect(
    await space.query('select field, from_value, to_value, changed_at from change order by 4'),
  ).toEqual([
    change('status', 'new', 'in_progress', '01:10'),
    change('assignment_group', 'Service desk', 'Network', '01:20'),
    change('priority', 'P4', 'P3', '01:30'),
  ]);
});

function change(field: string, from: string, to: string, at: string) {
  return {
    field,
    from_value: from,
    to_value: to,
    changed_at: new Date(`2026-03-29T${at}:00Z`),
  };
}

test('SLA cycles land with their seconds', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('sla_cycles.csv'));
  expect(result).toMatchObject({connector: 'generic', shape: 'sla_cycles', rowsAccepted: 2});
  expect(
    await space.query(
      'select stage, is_breached, elapsed_seconds, paused_seconds from sla_cycle order by record_id',
    ),
  ).toEqual([
    {stage: 'completed', is_breached: false, elapsed_seconds: 3600, paused_seconds: 600},
    {stage: 'in_progress', is_breached: true, elapsed_seconds: 15000, paused_seconds: null},
  ]);
});

test('every field there is can be filled under its own name', async () => {
  const generic = (await loadConnectors()).find(({id}) => id === 'generic');
  const filled = generic?.shapes.flatMap(({fields}) => Object.keys(fields)) ?? [];
  expect(Object.keys(recordFields).filter((field) => !filled.includes(field))).toEqual([]);
});
