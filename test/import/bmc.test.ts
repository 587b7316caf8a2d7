import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'bmc', name);

test('a console export with marks of required fields keeps the automatic close apart from the resolution', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incident_list.csv'), {timezone: 'Europe/Berlin'});
  expect(result).toMatchObject({
    connector: 'bmc',
    shape: 'incident_list',
    rowsRead: 5,
    rowsAccepted: 5,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: 'INC000000000101',
    record_type: 'incident',
    title: 'Printer jams, again',
    status: 'closed',
    priority: 'P2',
    assignment_group: 'Workplace',
    reassignment_count: 1,
    opened_at: new Date('2026-03-14T08:15:00Z'),
    responded_at: new Date('2026-03-14T08:20:00Z'),
    resolved_at: new Date('2026-03-14T10:15:00Z'),
    closed_at: new Date('2026-03-29T01:00:00Z'),
    sla_met_recorded: true,
  });
  expect(rows[1]).toMatchObject({record_type: 'request', status: 'on_hold', stops_clock: true});
  expect(rows[1]?.attributes).toMatchObject({'Status Reason': 'Client Hold'});
  expect(rows[2]).toMatchObject({
    record_type: 'incident',
    status: 'resolved',
    priority: 'P1',
    sla_met_recorded: false,
    closed_at: null,
  });
  expect(rows[3]).toMatchObject({status: 'cancelled', duplicate_of: 'INC000000000103'});
  expect(rows[4]).toMatchObject({status: 'unknown', status_raw: 'Parked'});
});

test('choices written as numbers and Spanish labels mean the same', async () => {
  const space = testWorkspace();
  const raw = space.file(
    'raw.csv',
    `Incident Number,Service Type,Status,Priority,Assigned Group,Reported Date
INC1,0,4,0,Network,2026-03-14 09:15:00
INC2,1,6,3,Network,2026-03-14 09:15:00
`,
  );
  const spanish = space.file(
    'es.csv',
    `Número de incidente;Estado;Prioridad;Grupo asignado;Fecha apertura;Fecha cierre
INC3;Cerrado;Alta;Redes;14/03/2026 09:15:00;15/03/2026 09:15:00
`,
  );
  await space.import(raw, {timezone: 'UTC'});
  await space.import(spanish, {timezone: 'Europe/Madrid'});
  expect(
    await space.query(
      'select number, record_type, status, priority, opened_at from record_version order by number',
    ),
  ).toEqual([
    {
      number: 'INC1',
      record_type: 'incident',
      status: 'resolved',
      priority: 'P1',
      opened_at: new Date('2026-03-14T09:15:00Z'),
    },
    {
      number: 'INC2',
      record_type: 'request',
      status: 'cancelled',
      priority: 'P4',
      opened_at: new Date('2026-03-14T09:15:00Z'),
    },
    {
      number: 'INC3',
      record_type: null,
      status: 'closed',
      priority: 'P2',
      opened_at: new Date('2026-03-14T08:15:00Z'),
    },
  ]);
});

test('entries of the API are nested and carry their offsets', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('entries.json'));
  expect(result).toMatchObject({connector: 'bmc', shape: 'api_entries', rowsAccepted: 2});
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: 'INC000000000201',
    title: 'Printer jams',
    description: 'Third floor',
    status: 'closed',
    opened_at: new Date('2026-03-14T08:15:00Z'),
    resolved_at: new Date('2026-03-14T10:15:00Z'),
  });
  expect(rows[1]).toMatchObject({
    status: 'on_hold',
    priority: 'P4',
    assignee: null,
    opened_at: new Date('2026-03-02T09:00:00Z'),
  });
});
