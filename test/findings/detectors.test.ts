import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {detectAgeing} from '../../src/findings/ageing.ts';
import {detectBreachHolder} from '../../src/findings/breach-holder.ts';
import {detectEscalation} from '../../src/findings/escalation.ts';
import {detectHandover} from '../../src/findings/handover.ts';
import {detectLoggingQuality} from '../../src/findings/logging-quality.ts';
import {detectOnHoldParking} from '../../src/findings/on-hold-parking.ts';
import {detectPrematureClosure} from '../../src/findings/premature-closure.ts';
import {detectVolumeWithoutProblems} from '../../src/findings/volume-without-problems.ts';
import type {Detect} from '../../src/findings/finding-context.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {addIncidents, contextOf, findingDesk} from './finding-desk.ts';

let database: Database;

beforeEach(async () => {
  database = await findingDesk();
});

afterEach(() => database.close());

/** What a detector names, and how large. */
async function named(detect: Detect) {
  const facts = await detect(contextOf(database));
  return facts.map(({where, value, n}) => ({
    of: where.map(({values}) => values.join()).join(', '),
    value: Number(value.toFixed(3)),
    n,
  }));
}

const textOf = async (detect: Detect) =>
  (await detect(contextOf(database)))[0]?.text.map(({text}) => text).join('') ?? '';

describe('premature closure', () => {
  test('names the group whose resolutions come back, and no other', async () => {
    await addIncidents(database, 100, `'Desk' as assignment_group, i % 50 = 0 as is_premature`);
    await addIncidents(database, 100, `'Network' as assignment_group, i % 40 = 0 as is_premature`);
    await addIncidents(database, 100, `'Workplace' as assignment_group, i % 5 = 0 as is_premature`);
    expect(await named(detectPrematureClosure)).toEqual([{of: 'Workplace', value: 0.2, n: 100}]);
  });

  test('says nothing of groups that are alike, nor of a group of few', async () => {
    await addIncidents(database, 300, `'Desk' as assignment_group, i % 20 = 0 as is_premature`);
    await addIncidents(database, 300, `'Network' as assignment_group, i % 17 = 0 as is_premature`);
    await addIncidents(database, 12, `'Few' as assignment_group, i % 2 = 0 as is_premature`);
    expect(await named(detectPrematureClosure)).toEqual([]);
  });

  test('compares like with like: more of the priority that always comes back is no fault', async () => {
    const back = `if(i % 10 < 9, 'P1', 'P4') as priority, i % 10 < 9 and i % 3 = 0 as is_premature`;
    await addIncidents(database, 200, `'Night' as assignment_group, ${back}`);
    await addIncidents(
      database,
      200,
      `'Day' as assignment_group, if(i % 10 < 5, 'P1', 'P4') as priority, i % 10 < 5 and i % 3 = 0 as is_premature`,
    );
    expect(await named(detectPrematureClosure)).toEqual([]);
  });
});

describe('escalation', () => {
  test('names what is passed on, where it ends, and the missing article', async () => {
    await addIncidents(
      database,
      200,
      `'Mail' as category, 'Desk' as assignment_group, i % 10 = 0 as is_escalated_functionally, i % 3 = 0 as has_knowledge`,
    );
    await addIncidents(
      database,
      100,
      `'Ledger' as category, 'Finance' as assignment_group, i % 2 = 0 as is_escalated_functionally,
       false as has_knowledge, if(i % 2 = 0, 12, 4) as business_hours`,
    );
    expect(await named(detectEscalation)).toEqual([{of: 'Ledger', value: 0.5, n: 100}]);
    expect(await textOf(detectEscalation)).toContain('100.0\u202f% ends with Finance');
    const [fact] = await detectEscalation(contextOf(database));
    expect(fact?.suggestion).toBe(
      'Have Finance write the articles the first level needs for Ledger.',
    );
  });
});

describe('on-hold parking', () => {
  test('names the service that stands still, not the one that waits a little', async () => {
    await addIncidents(database, 200, `'Mail' as service, if(i % 3 = 0, 2, 0) as hold_hours`);
    await addIncidents(
      database,
      60,
      `'Files' as service, if(i % 4 = 0, 60, 0) as hold_hours, if(i % 4 = 0, 70, 10) as resolve_hours`,
    );
    const [first, ...others] = await named(detectOnHoldParking);
    expect(first).toEqual({of: 'Files', value: 0.6, n: 60});
    expect(others).toEqual([]);
  });
});

describe('breach holder', () => {
  test('names who held the missed clocks longest, with its part of their time', async () => {
    await addIncidents(
      database,
      200,
      `'Desk' as assignment_group, if(i < 100, i % 5 > 0, i % 25 > 0) as is_sla_resolution_met`,
    );
    await database.run(`insert into marts.fct_clock_span by name
      select record_no, 'resolution' as kind, if(record_no < 100, 'Slow', 'Quick') as assignment_group,
        timestamptz '2016-01-01 00:00:00+00' as started_at, 3600 as counted_seconds
      from marts.fct_incident`);
    expect(await named(detectBreachHolder)).toEqual([{of: 'Slow', value: 0.8, n: 100}]);
    expect(await textOf(detectBreachHolder)).toContain('83.3\u202f% of the working time of missed');
  });
});

describe('volume without problems', () => {
  const grown = `date '2015-09-28' + cast(if(i < 60, i % 91, 91 + i % 91) as integer) as opened_on`;
  const even = `date '2015-09-28' + cast(i % 182 as integer) as opened_on`;

  async function add(service: string, columns: string) {
    await database.run(`insert into marts.fct_incident by name
      select i as record_no, '${service}' as service, ${columns} from range(200) as t(i)`);
  }

  test('names the service that grew and has hardly a problem record', async () => {
    await add('Mail', `${grown}, i = 1 as has_problem`);
    await add('Files', `${even}, false as has_problem`);
    await add('Known', `${grown}, i % 4 = 0 as has_problem`);
    expect(await named(detectVolumeWithoutProblems)).toEqual([{of: 'Mail', value: 140, n: 140}]);
  });

  test('says nothing where no incident is ever linked: the tool does not tell', async () => {
    await add('Mail', `${grown}, false as has_problem`);
    expect(await named(detectVolumeWithoutProblems)).toEqual([]);
  });
});

describe('logging quality', () => {
  test('names the priority that is off the matrix, who logs it so, and since when', async () => {
    const since = `i % 91 >= 56 and i % 2 = 0 as is_priority_mismatch`;
    await addIncidents(database, 182, `'P2' as priority, ${since}`);
    await addIncidents(database, 400, `'P3' as priority, i % 100 = 0 as is_priority_mismatch`);
    await database.run(`insert into marts.fct_assignment_span by name
      select record_no, opened_on::timestamptz as started_at,
        if(is_priority_mismatch, 'Utrecht', 'Graz') as assignment_group from marts.fct_incident`);
    const facts = await detectLoggingQuality(contextOf(database));
    expect(facts.map(({key, since: day}) => [key, day])).toEqual([
      ['logging quality|priority_mismatch_rate|priority=P2', '2016-02-22'],
    ]);
    expect(await textOf(detectLoggingQuality)).toContain(
      '100.0\u202f% of them were logged at Utrecht',
    );
    // Those that no group is known for are some of them too.
    await database.run(`delete from marts.fct_assignment_span where record_no in
      (select record_no from marts.fct_incident where is_priority_mismatch order by 1 limit 10)`);
    expect(await textOf(detectLoggingQuality)).toMatch(
      /7\d\.\d\u202f% of them were logged at Utrecht/,
    );
  });

  test('says nothing of what is missing everywhere alike', async () => {
    await addIncidents(database, 300, `if(i % 2 = 0, 'P1', 'P2') as priority, null as ci`);
    expect(await named(detectLoggingQuality)).toEqual([]);
  });
});

describe('ageing', () => {
  /** Open incidents of a group, opened so many days before the end of the week. */
  async function open(group: string, count: number, days: string) {
    await database.run(`insert into marts.fct_incident by name
      select cast((select count(*) from marts.fct_incident) + i as integer) as record_no,
        '${group}' as assignment_group, date '2016-03-27' - cast(${days} as integer) as opened_on,
        false as is_resolved
      from range(${count}) as t(i)`);
    await database.run(`insert into marts.fct_open_span by name
      select record_no, opened_on as first_on, null::date as last_on from marts.fct_incident
      where assignment_group = '${group}'`);
  }

  test('tells that the aged backlog grew, and who sits on more than its part', async () => {
    await open('Desk', 40, 'i % 8');
    await open('Network', 30, 'if(i < 25, 12 + i, 1)');
    const facts = await detectAgeing(contextOf(database));
    expect(facts.map(({title}) => title)).toEqual([
      'The aged backlog grows: 25 incidents, 25 more than 4 weeks before',
      'Network sits on old work: 25 of its 30 open incidents are aged, against 0.0\u202f% elsewhere',
    ]);
  });

  test('says nothing where what is open is young', async () => {
    await open('Desk', 40, 'i % 8');
    await open('Network', 30, 'i % 9');
    expect(await detectAgeing(contextOf(database))).toEqual([]);
  });
});

describe('handover', () => {
  /** Clocks of one priority: how many fell due near a change and elsewhere, and how many of them were missed. */
  async function clocks(priority: string, near: [number, number], elsewhere: [number, number]) {
    const first = (
      await database.query<{n: number}>('select count(*)::integer as n from marts.fct_incident')
    )[0]!.n;
    await addIncidents(database, near[1] + elsewhere[1], `'${priority}' as priority`);
    await database.run(`insert into marts.fct_handover by name
      select record_no, record_no - ${first} < ${near[1]} as is_near,
        timestamptz '2016-01-04 00:00:00+00' + to_days(cast(record_no % 80 as integer))
          + to_minutes(if(record_no - ${first} < ${near[1]}, 1310, 600)) as used_at,
        if(record_no - ${first} < ${near[1]}, 1310, 600) as local_minute,
        if(record_no - ${first} < ${near[1]}, record_no - ${first} < ${near[0]},
          record_no - ${first} - ${near[1]} < ${elsewhere[0]}) as is_breached,
        4 * 3600 as counted_seconds, 3600 as near_seconds
      from marts.fct_incident where record_no >= ${first}`);
  }

  test('is found where targets are missed at the change, and not at the desk beside it', async () => {
    await clocks('P2', [30, 60], [10, 140]);
    await clocks('P3', [12, 60], [28, 140]);
    expect(await named(detectHandover)).toEqual([{of: 'P2', value: 0.75, n: 40}]);
    const text = await textOf(detectHandover);
    // 30/10 beside 0.25/0.75 of the running time.
    expect(text).toContain('9.0 times as many an hour on the clock');
  });

  test('is no matter of much falling due there: what is missed is shuffled among what falls due', async () => {
    await clocks('P2', [36, 180], [4, 20]);
    expect(await named(detectHandover)).toEqual([]);
  });

  test('needs 30 breaches, and a roster', async () => {
    await clocks('P2', [25, 60], [4, 140]);
    expect(await named(detectHandover)).toEqual([]);
    await database.run('delete from marts.fct_handover');
    expect(await named(detectHandover)).toEqual([]);
  });
});
