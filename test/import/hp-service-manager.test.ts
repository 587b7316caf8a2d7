import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'hp-service-manager', name);
const amsterdam = {timezone: 'Europe/Amsterdam'};

test('incident details land day first, with blank rows and columns at the end left out', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('detail_incident.csv'), amsterdam);
  expect(result).toMatchObject({
    connector: 'hp-service-manager',
    shape: 'detail_incident',
    delimiter: ';',
    encoding: 'windows-1252',
    rowsRead: 10,
    rowsAccepted: 7,
    rowsSkipped: 3,
    rowsRejected: 0,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query('from record_version order by number');
  expect(rows[0]).toMatchObject({
    record_id: 'IM0000004',
    record_type: 'incident',
    ci: 'SUB000508',
    service: 'WBS000162',
    category: 'subapplication',
    priority: 'P4',
    status: 'closed',
    // The fifth of February, not the second of May.
    opened_at: new Date('2013-02-05T12:32:57Z'),
    resolved_at: new Date('2013-11-04T12:50:27Z'),
    closed_at: new Date('2013-11-04T12:51:18Z'),
    reopen_count: 0,
    reassignment_count: 26,
    resolution_code: 'Other',
    knowledge_id: 'KM0000553',
  });
  // A decimal comma under a thousands dot stays what it is; no field is read from it.
  expect(rows[0]?.attributes).toMatchObject({'Handle Time (Hours)': '3.871,691'});
  expect(rows[0]?.attributes).toMatchObject({'CI Name (CBy)': null});
});

test('NA is no priority, #MULTIVALUE no change, and requests and complaints are no incidents', async () => {
  const space = testWorkspace();
  await space.import(fixture('detail_incident.csv'), amsterdam);
  expect(
    await space.query(
      'select record_type as type, status, priority, urgency, reopen_count as reopened, change_id, subcategory from record_version where number > $$IM0000004$$ order by number',
    ),
  ).toEqual([
    row({subcategory: 'Web Based Application', reopened: 1}),
    row({type: 'request', priority: null, subcategory: 'Café Application'}),
    row({status: 'in_progress', priority: 'P5', urgency: '5 - Very Low', change_id: 'C00003013'}),
    row({priority: 'P2', urgency: '2'}),
    row({type: 'other'}),
    row({status: 'unknown'}),
  ]);
});

function row(rest: object) {
  return {
    type: 'incident',
    status: 'closed',
    priority: 'P3',
    urgency: '3',
    reopened: 0,
    change_id: null,
    subcategory: 'Windows Server',
    ...rest,
  };
}

test('activities are handovers by the group after them, beginnings and ends by their type', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('detail_incident_activity.csv'), amsterdam);
  expect(result).toMatchObject({shape: 'detail_activity', rowsSkipped: 1, changes: 5});
  expect(
    await space.query('select field, to_value, to_raw, changed_at from change order by changed_at'),
  ).toEqual([
    change('status', 'new', '2013-02-05T12:32:57Z', 'Open'),
    change('assignment_group', 'TEAM0008', '2013-02-05T12:32:58Z'),
    change('assignment_group', 'TEAM0031', '2013-02-13T08:31:00Z'),
    change('status', 'resolved', '2013-11-04T12:50:27Z', 'Resolved'),
    change('status', 'closed', '2013-11-04T12:51:18Z', 'Closed'),
  ]);
});

function change(field: string, to: string, at: string, raw = to) {
  return {field, to_value: to, to_raw: raw, changed_at: new Date(at)};
}

test('interactions are not counted as incidents, and a change with two items is one record', async () => {
  const space = testWorkspace();
  await space.import(fixture('detail_interaction.csv'), amsterdam);
  const changes = await space.import(fixture('detail_change.csv'), amsterdam);
  expect(changes).toMatchObject({shape: 'detail_change', rowsAccepted: 3, records: 2});
  expect(
    await space.query(
      'select distinct number, record_type, status, parent_id from record_version order by number',
    ),
  ).toEqual([
    {number: 'C00003013', record_type: 'change', status: 'closed', parent_id: null},
    {number: 'C00003014', record_type: 'change', status: 'in_progress', parent_id: null},
    {number: 'SD0000001', record_type: 'other', status: 'closed', parent_id: 'IM0000004'},
    {number: 'SD0000003', record_type: 'other', status: 'closed', parent_id: null},
  ]);
});

test('a list lands month first with two-digit years; an unknown status falls back on its phase', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incident_list.csv'), {timezone: 'America/New_York'});
  expect(result).toMatchObject({connector: 'hp-service-manager', shape: 'incident_list'});
  expect(
    await space.query('select status, priority, opened_at from record_version order by number'),
  ).toEqual([
    {status: 'closed', priority: 'P3', opened_at: new Date('2026-03-14T12:01:22Z')},
    {status: 'on_hold', priority: 'P2', opened_at: new Date('2026-03-14T14:00:00Z')},
    {status: 'resolved', priority: 'P4', opened_at: new Date('2026-03-15T14:00:00Z')},
    {status: 'cancelled', priority: 'P1', opened_at: new Date('2026-03-15T15:00:00Z')},
  ]);
});

test('the REST API answers with offsets and needs no zone', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('api_incidents.json'));
  expect(result).toMatchObject({shape: 'api_incidents', rowsAccepted: 2, timezone: null});
  expect(await space.query('from record_version order by number')).toMatchObject([
    {status: 'closed', priority: 'P3', closed_at: new Date('2026-03-21T09:30:00Z')},
    {status: 'on_hold', priority: 'P2', assignment_group: 'Network', closed_at: null},
  ]);
});
