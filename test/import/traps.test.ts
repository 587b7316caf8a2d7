import {describe, expect, test} from 'vitest';
import {csv, readText, recordsWith, serviceNow, utc} from './read-text.ts';

/**
 * The traps that corrupt figures silently, each with the smallest file that shows it; the numbers are those of
 * the ranked list of traps; 11 to 20 are in traps-of-content.test.ts. What can't occur in a file is in the pulling of it, which Meantime doesn't
 * do: a query's own zone and minute precision, a search index behind its tables, pages that come short
 * for want of rights, ignored names of fields in a query (18), a window that the tool's API takes when
 * none is stated (8: 30 days, one month), rate limits. What such pulls leave in files is here: overlapping pages,
 * pages with ties, cut-off histories, deleted records.
 */

const berlin = {timezone: 'Europe/Berlin'};

test('1: a file of local times is refused until somebody says whose; the same text is another instant elsewhere', async () => {
  const text = csv(serviceNow, 'INC1,New,3,2026-07-01 09:00:00');
  await expect(readText(text, recordsWith('opened_at'), {})).rejects.toThrow(
    /nothing says in which time zone/,
  );
  const [there, here] = [
    await readText(text, recordsWith('opened_at'), berlin),
    await readText(text, recordsWith('opened_at')),
  ];
  expect(there.rows).toEqual([{opened_at: new Date('2026-07-01T07:00:00Z')}]);
  expect(here.rows).toEqual([{opened_at: new Date('2026-07-01T09:00:00Z')}]);
});

test('2: one 25th in the column makes it month first; with none the person is asked', async () => {
  const lines = [serviceNow, 'INC1,New,3,03/04/2026 09:00:00'];
  const told = await readText(
    csv(...lines, 'INC2,New,3,03/25/2026 09:00:00'),
    recordsWith('opened_at'),
  );
  expect(told.rows[0]).toEqual({opened_at: new Date('2026-03-04T09:00:00Z')});
  await expect(readText(csv(...lines), recordsWith('opened_at'))).rejects.toThrow(/day|month/);
});

test('3: two formats stand in one row, one without seconds', async () => {
  const {rows} = await readText(
    csv(
      'Issue key,Issue id,Issue Type,Status,Created,Updated,Custom field ([CHART] Date of First Response)',
      'SD-1,1,Incident,Open,25/Feb/26 4:17 PM,25/Feb/26 5:00 PM,2026-02-25 16:38:58.679',
    ),
    recordsWith('opened_at, responded_at'),
  );
  expect(rows).toEqual([
    {
      opened_at: new Date('2026-02-25T16:17:00Z'),
      responded_at: new Date('2026-02-25T16:38:58.679Z'),
    },
  ]);
});

describe('4: SLA columns are read as what they are', () => {
  test('a flag that is true of all is told to be a legacy flag', async () => {
    const lines = Array.from({length: 50}, (_, i) => `INC${i},New,3,2026-07-01 09:00:00,true`);
    const {warnings} = await readText(
      csv(`${serviceNow},made_sla`, ...lines),
      recordsWith('number'),
    );
    expect(warnings).toMatch(/legacy flag/);
  });

  test('Jira’s “Time to resolution” is what was left: minus is missed, and no time to resolve', async () => {
    const {rows} = await readText(
      csv(
        'Issue key,Issue id,Status,Created,Resolved,Custom field (Time to resolution)',
        'SD-1,1,Done,25/Feb/26 4:00 PM,25/Feb/26 5:00 PM,-12:34',
        'SD-2,2,Done,25/Feb/26 4:00 PM,25/Feb/26 5:00 PM,3:10',
      ),
      recordsWith('sla_met_recorded, resolved_at'),
    );
    const resolved_at = new Date('2026-02-25T17:00:00Z');
    expect(rows).toEqual([
      {sla_met_recorded: false, resolved_at},
      {sla_met_recorded: true, resolved_at},
    ]);
  });

  test('the sign of Zammad’s difference in business minutes is the verdict', async () => {
    const {rows} = await readText(
      csv(
        '#,Title,State,Priority,Group,Created At,Updated At,Closed At,Close In Min,Close Diff In Min',
        '1,a,closed,2 normal,Desk,2026-07-06 09:00:00,2026-07-06 12:00:00,2026-07-06 12:00:00,180,60',
        '2,b,closed,2 normal,Desk,2026-07-06 09:00:00,2026-07-06 12:00:00,2026-07-06 12:00:00,180,-5',
      ),
      recordsWith('sla_met_recorded'),
    );
    expect(rows).toEqual([{sla_met_recorded: true}, {sla_met_recorded: false}]);
  });

  test('a cancelled SLA record lands as cancelled, which no verdict is made of (test/acceptance/sla-cycles)', async () => {
    const {rows} = await readText(
      csv(
        'task,sla,stage,has_breached,start_time,planned_end_time',
        'INC1,P1 resolution,Cancelled,true,2026-07-01 09:00:00,2026-07-01 10:00:00',
      ),
      'select stage, is_breached from sla_cycle',
    );
    expect(rows).toEqual([{stage: 'cancelled', is_breached: true}]);
  });
});

test('5: resolved is not closed, and a tool without a resolved time has its closing as such', async () => {
  const both = await readText(
    csv(
      `${serviceNow},resolved_at,closed_at`,
      'INC1,Closed,3,2026-07-01 09:00:00,2026-07-01 11:00:00,2026-07-08 11:00:00',
    ),
    recordsWith('resolved_at, closed_at'),
  );
  expect(both.rows).toEqual([
    {resolved_at: new Date('2026-07-01T11:00:00Z'), closed_at: new Date('2026-07-08T11:00:00Z')},
  ]);
  const jira = await readText(
    csv(
      'Issue key,Issue id,Status,Created,Resolved',
      // Its resolution was never cleared when it was opened again: the status has the last word.
      'SD-1,1,In Progress,25/Feb/26 4:00 PM,25/Feb/26 5:00 PM',
    ),
    recordsWith('status'),
  );
  expect(jira.rows).toEqual([{status: 'in_progress'}]);
});

describe('6: what was withdrawn is not resolved', () => {
  test('cancelled in ServiceNow, by number and by name; in Jira though its category is done', async () => {
    const byName = csv(
      serviceNow,
      'INC1,Canceled,3,2026-07-01 09:00:00',
      'INC2,8,3,2026-07-01 09:00:00',
    );
    expect((await readText(byName, recordsWith('status'))).rows).toEqual([
      {status: 'cancelled'},
      {status: 'cancelled'},
    ]);
    const jira = csv(
      'Issue key,Issue id,Status,Created,Status Category',
      'SD-1,1,Canceled,25/Feb/26 4:00 PM,Done',
    );
    expect((await readText(jira, recordsWith('status'))).rows).toEqual([{status: 'cancelled'}]);
  });

  test('merged in Request Tracker and in Halo, whatever its status says', async () => {
    const rt = [
      'id\tSubject\tStatus\tQueueName\tOwnerName\tPriority\tCreated\tResolved\tIsMerged',
      '1\tDisk\tresolved\tDesk\trosa\t50\tThu Jun 04 13:06:07 2026\tFri Jun 05 10:00:00 2026\t1',
    ];
    expect(
      (await readText(csv(...rt), recordsWith('status'), {...utc, name: 'Results.tsv'})).rows,
    ).toEqual([{status: 'merged'}]);
    const halo = csv(
      'Ticket ID,Summary,Status,Ticket Type,Priority,Team,Agent,End-User,Site,Client,Date Occurred,Date Closed,SLA State,Merged Into ID',
      '1,a,Closed,Incident,High,Desk,,,,,14/03/2026 09:15,21/03/2026 12:00,I,7',
    );
    expect((await readText(halo, recordsWith('status'))).rows).toEqual([{status: 'merged'}]);
  });
});

test('7: the most urgent is P1 in every direction of counting', async () => {
  const at = '2026-07-01 09:00:00';
  const freshdesk = csv(
    'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Resolved time,Closed time,Last update time,Resolution status',
    `1,a,Open,Urgent,Portal,Incident,,,${at},,,${at},`,
    `2,b,Open,Low,Portal,Incident,,,${at},,,${at},`,
  );
  const api = JSON.stringify(
    [4, 1].map((priority, id) => ({
      ...{id, subject: 'a', priority, status: 2, source: 2, type: 'Incident'},
      ...{created_at: '2026-07-01T09:00:00Z', updated_at: '2026-07-01T09:00:00Z'},
      ...{fr_escalated: false, is_escalated: false, spam: false, due_by: null, product_id: null},
    })),
  );
  const zammad = csv(
    '#,Title,State,Priority,Group,Create Channel,Created At,Updated At,Closed At',
    `1,a,new,3 high,Desk,phone,${at},${at},`,
    `2,b,new,1 low,Desk,phone,${at},${at},`,
  );
  const znuny = csv(
    '"TicketNumber";"Created";"Closed";"State";"Priority";"Queue";"Lock";"Owner"',
    '"1";"2026-08-03 09:00:00";"";"open";"5 very high";"Desk";"unlock";"jro"',
    '"2";"2026-08-03 09:00:00";"";"open";"1 very low";"Desk";"unlock";"jro"',
  );
  const snow = csv(serviceNow, `INC1,New,1,${at}`, `INC2,New,5,${at}`);
  for (const [text, name] of [
    [freshdesk, 'freshdesk.csv'],
    [api, 'freshdesk.json'],
    [zammad, 'zammad.csv'],
    [znuny, 'znuny.csv'],
    [snow, 'servicenow.csv'],
  ] as const) {
    const {rows} = await readText(text, recordsWith('priority'), {...utc, name});
    const [first, second] = rows.map(({priority}) => Number(String(priority).slice(1)));
    expect(first, name).toBeLessThan(second!);
    expect(first, name).toBeLessThanOrEqual(2);
  }
});

test('8: as many rows as the tool gives out at most are called probably not all (more in warnings.test.ts)', async () => {
  const lines = Array.from({length: 1000}, (_, i) => `SD-${i},${i},Open,25/Feb/26 4:00 PM`);
  const {warnings} = await readText(
    csv('Issue key,Issue id,Status,Created', ...lines),
    recordsWith('number'),
  );
  expect(warnings).toMatch(/Exactly 1,000 rows, where the tool cuts exports off/);
});

test('9: a history that begins late keeps what its first line changed from, which is the state before', async () => {
  const {rows} = await readText(
    csv(
      'tablename,documentkey,fieldname,oldvalue,newvalue,user,sys_created_on',
      'incident,a1,state,2,6,ann,2026-07-01 11:00:00',
    ),
    'select from_value, to_value from change',
  );
  expect(rows).toEqual([{from_value: 'in_progress', to_value: 'resolved'}]);
  // That it was in progress until then: test/sql/intermediate/status_event_truncated_log.sql.
});

test('10: the first group is a station and no reassignment', async () => {
  const {rows} = await readText(
    csv(
      'Summation column,Id,Requester,Assignee,Group,Subject,Status,Priority,Via,Ticket type,Created at,Updated at,Solved at,Group stations,Assignee stations,Reopens',
      '1,101,Ida,Pelle,Desk,a,Solved,High,Mail,Incident,2026-07-01 09:00,2026-07-01 11:00,2026-07-01 11:00,1,1,0',
      '1,102,Ida,Pelle,Desk,b,Solved,High,Mail,Incident,2026-07-01 09:00,2026-07-01 11:00,2026-07-01 11:00,3,4,0',
    ),
    recordsWith('reassignment_count'),
  );
  expect(rows).toEqual([{reassignment_count: 0}, {reassignment_count: 2}]);
});
