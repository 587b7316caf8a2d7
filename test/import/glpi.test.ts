import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'glpi', name);

test('a search list lands with blanks in ids, lines in cells and priorities that rise', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets.csv'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({
    connector: 'glpi',
    shape: 'search_list',
    delimiter: ';',
    rowsRead: 7,
    rowsAccepted: 7,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: '1204',
    number: '1204',
    record_type: 'incident',
    status: 'closed',
    status_raw: 'Closed',
    priority: 'P3',
    category: 'Hardware > Printer',
    location: 'Lyon > Floor 2',
    channel: 'Phone',
    assignment_group: 'Service desk',
    opened_at: new Date('2026-03-02T08:14:00Z'),
    resolved_at: new Date('2026-03-02T14:40:00Z'),
    closed_at: new Date('2026-03-09T07:00:00Z'),
    sla_due_at: new Date('2026-03-03T08:14:00Z'),
    sla_met_recorded: true,
    is_major: false,
  });
  expect(rows[1]).toMatchObject({
    title: 'VPN drops; every hour',
    status: 'resolved',
    priority: 'P1',
    assignment_group: 'Network',
    assignee: 'Agent Two',
    sla_met_recorded: false,
    closed_at: null,
  });
  // Statistics in words are kept as they are, and read as nothing.
  expect(rows[1]?.attributes).toMatchObject({'Waiting time': '1 day 2 hours 3 minutes 4 seconds'});
});

test('what is not solved has neither kept nor broken its promise; major is priority and flag', async () => {
  const space = testWorkspace();
  await space.import(fixture('tickets.csv'), {timezone: 'Europe/Paris'});
  const rows = await space.query(
    `select status, stops_clock, priority, record_type, is_major, sla_met_recorded as met from record_version
     where number >= '1206' order by number`,
  );
  const row = (status: string, stops: boolean | null, priority: string, rest = {}) => ({
    status,
    stops_clock: stops,
    priority,
    record_type: 'incident',
    is_major: false,
    met: null,
    ...rest,
  });
  expect(rows).toEqual([
    row('on_hold', true, 'P2'),
    row('in_progress', false, 'P4', {record_type: 'request'}),
    row('in_progress', false, 'P1', {is_major: true}),
    row('new', false, 'P5'),
    row('unknown', null, 'P5'),
  ]);
});

test('a French list with a mark at its beginning and day-first dates lands by its own words', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('tickets_fr.csv'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({connector: 'glpi', shape: 'search_list', rowsAccepted: 3});
  const rows = await space.query(
    'select number, record_type, status, priority, assignment_group, opened_at, resolved_at from record_version order by number',
  );
  expect(rows[0]).toEqual({
    number: '88',
    record_type: 'incident',
    status: 'closed',
    priority: 'P3',
    assignment_group: 'Assistance',
    opened_at: new Date('2026-03-13T08:05:00Z'),
    resolved_at: new Date('2026-03-13T10:45:00Z'),
  });
  expect(rows.slice(1)).toMatchObject([
    {status: 'on_hold', priority: 'P2'},
    {status: 'in_progress', priority: 'P5', record_type: 'request'},
  ]);
});

test('tickets of the API land with numbers for everything, and the dustbin is deleted', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('api_tickets.json'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({connector: 'glpi', shape: 'api_tickets', rowsAccepted: 5});
  const rows = await space.query(
    'select number, status, status_raw, priority, record_type, is_major from record_version order by number',
  );
  expect(rows).toEqual([
    {number: '1204', status: 'closed', status_raw: '6', priority: 'P3', ...incident},
    {number: '1205', status: 'on_hold', status_raw: '4', priority: 'P1', ...incident},
    {
      number: '1208',
      status: 'in_progress',
      status_raw: '2',
      priority: 'P1',
      ...incident,
      is_major: true,
    },
    {number: '1211', status: 'deleted', status_raw: '1', priority: 'P3', ...incident},
    {
      number: '1212',
      status: 'in_progress',
      status_raw: '2',
      priority: 'P4',
      ...incident,
      record_type: 'request',
    },
  ]);
  expect(
    await space.query(`select responded_at, resolved_at from record_version where number = '1204'`),
  ).toEqual([
    {
      responded_at: new Date('2026-03-02T08:20:00Z'),
      resolved_at: new Date('2026-03-02T14:40:11Z'),
    },
  ]);
});

const incident = {record_type: 'incident', is_major: false};

test('a search answer is read by the numbers of its search options', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('api_search.json'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({shape: 'api_search', rowsAccepted: 2});
  expect(await space.query(`from record_version where number = '1205'`)).toMatchObject([
    {
      title: 'VPN drops every hour',
      status: 'on_hold',
      priority: 'P1',
      assignment_group: 'Network',
      opened_at: new Date('2026-03-03T09:00:00Z'),
      sla_due_at: new Date('2026-03-03T13:00:00Z'),
    },
  ]);
});

test('the log lands as changes, ids off the names, other tables left out', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('api_log.json'), {timezone: 'Europe/Paris'});
  expect(result).toMatchObject({shape: 'api_log', rowsRead: 7, rowsSkipped: 2, changes: 5});
  const rows = await space.query(
    'select field, from_value as old, to_value as new, to_raw, to_stops_clock as stops from change order by changed_at, field desc',
  );
  expect(rows).toEqual([
    {field: 'status', old: 'new', new: 'in_progress', to_raw: '2', stops: false},
    {
      field: 'assignment_group',
      old: null,
      new: 'Service desk',
      to_raw: 'Service desk',
      stops: null,
    },
    {
      field: 'assignment_group',
      old: 'Service desk',
      new: 'Network',
      to_raw: 'Network',
      stops: null,
    },
    {field: 'status', old: 'in_progress', new: 'on_hold', to_raw: '4', stops: true},
    {field: 'priority', old: 'P3', new: 'P1', to_raw: '5', stops: null},
  ]);
});
