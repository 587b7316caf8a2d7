import {describe, expect, test} from 'vitest';
import {csv, readText, recordsWith, serviceNow, utc} from './read-text.ts';
import {testWorkspace} from './import-texts.ts';

/** The traps 11 to 20: see traps.test.ts. */

const berlin = {timezone: 'Europe/Berlin'};

test('11: a label and the number behind it are one value', async () => {
  const at = '2026-07-01 09:00:00';
  const {rows} = await readText(
    csv(serviceNow, `INC1,On Hold,2 - High,${at}`, `INC2,3,2,${at}`),
    recordsWith('status, priority'),
  );
  expect(rows[0]).toEqual({status: 'on_hold', priority: 'P2'});
  expect(rows[1]).toEqual(rows[0]);
});

test('12: every column of a repeated header is read', async () => {
  const {rows} = await readText(
    csv(
      'Issue key,Issue id,Status,Created,Labels,Labels,Labels',
      'SD-1,1,Open,25/Feb/26 4:00 PM,vpn,mail,',
    ),
    recordsWith(`attributes['Labels'] as labels`),
  );
  expect(String(rows[0]?.labels)).toMatch(/vpn.*mail/);
});

test('12: a repeated header is kept once, whether a field reads its first column or not', async () => {
  const {rows} = await readText(
    csv(
      `${serviceNow},VIP,vip`,
      'INC1,New,3,2026-07-01 09:00:00,true,platinum',
      'INC2,New,3,2026-07-01 09:00:00,perhaps,gold',
    ),
    recordsWith(`vip, attributes`),
  );
  expect(rows).toEqual([
    {vip: true, attributes: {vip: 'platinum'}},
    {vip: null, attributes: {VIP: '["perhaps","gold"]'}},
  ]);
});

test('13: a tool’s spellings of nothing are nothing; midnight of 1970 is no duration and no date', async () => {
  const {rows} = await readText(
    csv(
      `${serviceNow},assignment_group,cmdb_ci,resolved_at`,
      'INC1,New,3,2026-07-01 09:00:00,?,NULL,',
      'INC2,New,3,2026-07-01 09:00:00,-,(empty),',
    ),
    recordsWith('ci, resolved_at'),
  );
  expect(rows).toEqual([
    {ci: null, resolved_at: null},
    {ci: null, resolved_at: null},
  ]);
  const halo = await readText(
    csv(
      'Ticket ID,Summary,Status,Ticket Type,Priority,Team,Agent,End-User,Site,Client,Date Occurred,Date Closed,SLA State,Merged Into ID',
      '1,a,New,Incident,High,Desk,,,,,14/03/2026 09:15,01/01/1900 00:00,I,',
    ),
    recordsWith('closed_at'),
  );
  expect(halo.rows).toEqual([{closed_at: null}]);
  const pause = await readText(
    csv(
      'task,sla,stage,has_breached,start_time,pause_duration',
      'INC1,P1 resolution,Completed,false,2026-07-01 09:00:00,1970-01-01 00:00:00',
    ),
    'select paused_seconds from sla_cycle',
  );
  expect(pause.rows).toEqual([{paused_seconds: 0}]);
});

test('14: windows-1252, a byte-order mark, and the apostrophe before a formula', async () => {
  const text = csv(`${serviceNow},short_description`, `INC1,New,3,2026-07-01 09:00:00,'=Büro “A”`);
  const bytes = Buffer.from([...text].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
  const expected = [{title: '=Büro “A”'}];
  expect((await readText(bytes, recordsWith('title'))).rows).toEqual(expected);
  expect((await readText(`\ufeff${text}`, recordsWith('title'))).rows).toEqual(expected);
});

const codes: Record<string, number> = {'“': 0x93, '”': 0x94};

describe('15: a row is what the shape says', () => {
  test('an update of an incident in an event log, of which one record is made', async () => {
    const {rows, shape} = await readText(
      csv(
        'number,incident_state,sys_mod_count,opened_at,sys_updated_at,priority,resolved_at,closed_at',
        'INC1,New,0,29/2/2016 01:16,29/2/2016 01:23,3 - Moderate,?,?',
        'INC1,Closed,4,29/2/2016 01:16,5/3/2016 12:00,3 - Moderate,?,?',
      ),
      'select count(*)::int as n, count(distinct record_id)::int as records, any_value(grain) as grain from record_version',
    );
    expect(shape).toBe('event_log');
    expect(rows).toEqual([{n: 2, records: 1, grain: 'version'}]);
  });

  test('a list with a record in two rows, from a join, says so', async () => {
    const {warnings} = await readText(
      csv(
        `${serviceNow},u_task`,
        'INC1,New,3,2026-07-01 09:00:00,T1',
        'INC1,New,3,2026-07-01 09:00:00,T2',
      ),
      recordsWith('number'),
    );
    expect(warnings).toMatch(/1 more rows than records/);
  });
});

test('16: a child names its parent, so that its copied resolution can be left out', async () => {
  const {rows} = await readText(
    csv(
      `${serviceNow},parent_incident,resolved_at`,
      'INC1,Resolved,1,2026-07-01 09:00:00,,2026-07-01 11:00:00',
      'INC2,Resolved,3,2026-07-01 09:30:00,INC1,2026-07-01 11:00:00',
    ),
    recordsWith('parent_id'),
  );
  expect(rows).toEqual([{parent_id: null}, {parent_id: 'INC1'}]);
  // Children of a major incident are excluded: test/sql/intermediate/exclusion*.sql.
});

test('17: headers and statuses of another language, and a Turkish capital I', async () => {
  const german = await readText(
    csv(
      'Zusammenfassung;Vorgangsschlüssel;Vorgangs-ID;Vorgangstyp;Status;Priorität;Erstellt;Aktualisiert;Erledigt',
      'Drucker;SD-1;1;Störung;Warten auf Kunden;Hoch;02/Dez/25 09:39;02/Dez/25 09:45;',
    ),
    recordsWith('status, priority, opened_at'),
    berlin,
  );
  expect(german.rows).toEqual([
    {status: 'on_hold', priority: 'P2', opened_at: new Date('2025-12-02T08:39:00Z')},
  ]);
  const turkish = csv('İncident_Number,x', 'a,b').replace(
    'İncident_Number,x',
    serviceNow.replace('priority', 'PRİORİTY'),
  );
  const {rows} = await readText(
    turkish.replace('a,b', 'INC1,New,2,2026-07-01 09:00:00'),
    recordsWith('priority'),
  );
  expect(rows).toEqual([{priority: 'P2'}]);
});

test('18: pages of a pull that overlap, with ties on the last update, add each row once', async () => {
  const space = testWorkspace();
  const page = (from: number) =>
    csv(
      `${serviceNow},sys_updated_on`,
      ...[0, 1, 2].map((i) => `INC${from + i},New,3,2026-07-01 09:00:00,2026-07-01 10:00:00`),
    );
  await space.import(space.file('1.csv', page(0)), utc);
  const second = await space.import(space.file('2.csv', page(2)), utc);
  expect([second.rowsAccepted, second.rowsUnchanged]).toEqual([2, 1]);
});

test('19: a waiting status that keeps the clock running is told apart from one that stops it', async () => {
  const {rows} = await readText(
    csv(
      'ID,Source,Source ID,Subject,Category,Impact,Status,Completion reason,Team,Member,Requested by,Requested for,Service Instance,Created,Updated,Completed',
      '1,,,a,Incident,High,Workflow Pending,,Desk,,A,A,,2026-03-28T22:00:00Z,2026-03-29T02:30:00Z,',
      '2,,,b,Incident,High,Waiting for Customer,,Desk,,A,A,,2026-03-28T22:00:00Z,2026-03-29T02:30:00Z,',
    ),
    recordsWith('status, stops_clock'),
  );
  expect(rows).toEqual([
    {status: 'on_hold', stops_clock: false},
    {status: 'on_hold', stops_clock: true},
  ]);
});

test('20: a rule over an empty cell drops no row; a decimal comma is no thousand', async () => {
  const skipped = await readText(
    csv(
      'tablename,documentkey,fieldname,oldvalue,newvalue,user,sys_created_on',
      'incident,a1,state,1,2,,2026-07-01 11:00:00',
      ',a2,state,1,2,,2026-07-01 11:00:00',
    ),
    'select count(*)::int as n from change',
  );
  expect(skipped.rows).toEqual([{n: 2}]);
  const comma = await readText(
    csv(
      'CI Name (aff);CI Type (aff);Incident ID;Status;Impact;Urgency;Priority;Category;# Reassignments;Open Time;Reopen Time;Resolved Time;Close Time;Handle Time (Hours);Closure Code',
      'SUB1;app;IM1;Closed;4;4;4;incident;26;25/02/2013 13:32:57;;04/11/2013 13:50:27;04/11/2013 13:51:18;3.871,691;Other',
    ),
    recordsWith(`reassignment_count, attributes['Handle Time (Hours)'] as hours`),
  );
  expect(comma.rows).toEqual([{reassignment_count: 26, hours: '3.871,691'}]);
});
