import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {spoiled, truth} from '../fixtures/committed.ts';
import {openDemoDesk, valueBy, wheres, type DemoDesk, type Where} from './demo-desk.ts';
import {figureIn, figuresIn, type PrintedFigure} from './meantime-in.ts';

/**
 * What was planted for single metrics is found with them: fixtures/demo/truth.json. Its figures leave
 * spoiled records out, so they are compared to the last incident in the marts, and the metric itself
 * may differ by as many incidents as are spoiled.
 */
describe('in the demo', () => {
  let desk: DemoDesk;
  let directory: string;

  beforeAll(async () => {
    desk = await openDemoDesk();
    ({directory} = desk);
  });
  afterAll(() => desk.close());

  const inServiceNow: Where = {source: 'servicenow'};
  const inJira: Where = {source: 'jira'};
  const figure = (metric: string, where: Where, ...options: string[]): Promise<PrintedFigure> =>
    figureIn(directory, metric, ...wheres(where), ...options);

  /** Of the incidents that are not spoiled: how many have a value, and how many have this one. */
  async function counted(source: string, column: string, among: string) {
    const names = [...spoiled].map((number) => `'${number}'`).join(', ');
    const [row] = await desk.database.query<{n: number; count: number}>(
      `select count(${column}) as n, count(*) filter (${column}) as count
       from marts.fct_incident
       where source = '${source}' and not is_cancelled and ${among} and number not in (${names})`,
    );
    return row;
  }

  const share = ({n, count}: {n: number; count: number}): number => count / n;

  /** The metric says it, up to the spoiled records. */
  function expectNear(found: PrintedFigure, planted: {n: number; count: number}): void {
    expect(Math.abs(found.n - planted.n)).toBeLessThanOrEqual(spoiled.size);
    expect(Math.abs(found.value! - share(planted))).toBeLessThan(0.003);
  }

  describe('shares of incidents', () => {
    const {knowledge, automation, detection, escalations, priorityMismatch, corrections} = truth;
    const {functional, hierarchical} = escalations;
    const {recategorised, reprioritised} = corrections;
    const resolved = 'is_resolved';
    test.each([
      ['knowledge_rate', 'has_knowledge', resolved, {servicenow: knowledge.either}],
      ['automation_rate', 'is_automated', resolved, {servicenow: automation.all}],
      ['escalation_functional', 'is_escalated_functionally', resolved, functional],
      ['escalation_hierarchical', 'is_escalated_hierarchically', resolved, hierarchical],
      [
        'detected_by_monitoring',
        'is_from_monitoring',
        'true',
        {servicenow: detection.servicenow, jira: detection.jira},
      ],
      ['recategorised_rate', 'is_recategorised', 'true', recategorised],
      ['reprioritised_rate', 'is_reprioritised', 'true', reprioritised],
      [
        'priority_mismatch_rate',
        'is_priority_mismatch',
        'true',
        {servicenow: priorityMismatch.all},
      ],
      ['vague_category_rate', 'is_vague_category', 'true', {servicenow: truth.vagueCategories}],
    ])('%s is what was made', async (metric, column, among, planted) => {
      for (const [source, part] of Object.entries(planted)) {
        expect(await counted(source, column, among), source).toEqual(part);
        expectNear(await figure(metric, {source}), part);
      }
    });

    test.each([
      'knowledge_rate',
      'automation_rate',
      'recategorised_rate',
      'priority_mismatch_rate',
    ])('%s is not computable for the desk whose tool tells no such thing', async (metric) => {
      const {value, note} = await figure(metric, inJira);
      expect(value).toBeNull();
      expect(note).toContain('not computable');
    });
  });

  test('articles help with mail since the campaign', async () => {
    const {service, from, before, after} = truth.knowledge.campaign;
    const was = await figure('knowledge_rate', {...inServiceNow, service}, '--to', from);
    const is = await figure('knowledge_rate', {...inServiceNow, service}, '--from', from);
    expect(Math.abs(was.value! - share(before))).toBeLessThan(0.01);
    expect(Math.abs(is.value! - share(after))).toBeLessThan(0.01);
    expect(is.low!).toBeGreaterThan(was.high!);
  });

  test('an assistant resets passwords since its first day', async () => {
    const {service, subcategory, from, after} = truth.automation;
    const where = {...inServiceNow, service, subcategory};
    expect(await figure('automation_rate', where, '--to', from)).toMatchObject({value: 0});
    const is = await figure('automation_rate', where, '--from', from);
    expect(Math.abs(is.value! - share(after))).toBeLessThan(0.01);
  });

  describe('affected users', () => {
    test('make the hours lost', async () => {
      const {hoursLost, majors} = truth.affectedUsers;
      const names = [...spoiled].map((number) => `'${number}'`).join(', ');
      const [row] = await desk.database.query<{hours: number}>(
        `select sum(hours_lost) as hours from marts.fct_incident
         where source = 'servicenow' and is_resolved and number not in (${names})`,
      );
      // One was opened in the hour that the clock shows twice; its export can't say in which.
      expect(row!.hours / hoursLost).toBeCloseTo(1, 4);
      const found = await figure('hours_lost', {is_major: 'true'});
      const planted = majors.reduce((sum, each) => sum + each.hoursLost, 0);
      expect(found.n).toBe(majors.length);
      expect(found.value! / planted).toBeCloseTo(1, 5);
    });

    test('count once where nobody counted them', async () => {
      const [lost, mean] = [await figure('hours_lost', inJira), await figure('mttr', inJira)];
      expect(lost.value).toBeCloseTo(mean.value! * mean.n, 4);
    });
  });

  test('departments of callers are a dimension, the board a small one', async () => {
    const options = ['--metric', 'opened', '--by', 'requester_group'];
    const opened = await figuresIn(directory, ...options, ...wheres(inServiceNow));
    expect(valueBy(opened, 'requester_group')).toEqual(truth.departments);
    const [nowhere, ...others] = await figuresIn(directory, ...options, ...wheres(inJira));
    expect(nowhere?.['requester_group']).toBeNull();
    expect(others).toEqual([]);
  });

  test('sensors are heard of sooner since they are asked more often', async () => {
    const {all, service, from, before, after} = truth.detection.timeToDetect;
    const where = {...inServiceNow, channel: 'Monitoring'};
    for (const [part, planted] of [
      [await figure('mttd', where), all],
      [await figure('mttd', {...where, service}, '--to', from), before],
      [await figure('mttd', {...where, service}, '--from', from), after],
    ] as const) {
      expect(part.n).toBe(planted.n);
      expect(part.value).toBeCloseTo(planted.meanHours, 3);
    }
    const everywhere = await figureIn(directory, 'mttd');
    expect(everywhere.value).toBeNull();
    expect(everywhere.note).toContain('not computable');
  });

  test('one service parks its work on hold', async () => {
    const {service, parked, others} = truth.holds;
    const byService = await figuresIn(
      directory,
      ...['--metric', 'on_hold_share', '--by', 'service'],
      ...wheres(inServiceNow),
    );
    const [most, next] = byService.sort((a, b) => b.value! - a.value!);
    expect(most?.['service']).toBe(service);
    expect(Math.abs(most!.value! - parked.share)).toBeLessThan(0.02);
    expect(most!.value!).toBeGreaterThan(1.5 * next!.value!);
    expect(parked.share).toBeGreaterThan(2 * others.share);
  });

  test('times to resolve are told by the wall clock, in business hours and without holds', async () => {
    const {n, elapsedHours, businessHours, neverReopened} = truth.workingHours;
    const names = [...spoiled].map((number) => `'${number}'`).join(', ');
    const [row] = await desk.database.query<Record<string, number>>(
      `select count(*) as n, avg(resolve_hours) as elapsed, avg(business_hours) as business,
         avg(active_hours) filter (not is_reopened) as active
       from marts.fct_incident
       where source = 'servicenow' and is_resolved and priority in ('P3', 'P4')
         and number not in (${names})`,
    );
    expect(row?.['n']).toBe(n);
    expect(row?.['elapsed']).toBeCloseTo(elapsedHours, 3);
    expect(row?.['business']).toBeCloseTo(businessHours, 3);
    expect(row?.['active']).toBeCloseTo(neverReopened.activeHours, 3);
    const options = ['--where', 'priority=P3', '--where', 'priority=P4'];
    const business = await figure('mttr_business', inServiceNow, ...options);
    expect(Math.abs(business.value! / businessHours - 1)).toBeLessThan(0.01);
  });

  test('impossible times are those that were swapped', async () => {
    const {value, n} = await figure('chronology_fault_rate', inServiceNow);
    expect(value! * n).toBeCloseTo(truth.dirt.resolvedBeforeOpened.length, 6);
  });

  test('work of the group that closes early is closed too early', async () => {
    const {reopened, loggedAgain} = truth.premature;
    const rows = await desk.database.query<{number: string}>(
      `select number from marts.fct_incident
       where source = 'servicenow' and is_resolved and is_premature`,
    );
    const found = new Set(rows.map(({number}) => number));
    const planted = [...reopened, ...loggedAgain];
    expect(planted.filter((number) => !found.has(number))).toEqual([]);
    expect(found.size).toBeLessThan(1.25 * planted.length);
    const byGroup = (
      await figuresIn(
        directory,
        ...['--metric', 'premature_closure_rate', '--by', 'assignment_group'],
        ...wheres(inServiceNow),
      )
    )
      .filter(({value}) => value !== null)
      .sort((a, b) => b.value! - a.value!);
    expect(byGroup[0]?.['assignment_group']).toBe(truth.earlyCloser.group);
    expect(byGroup[0]!.value!).toBeGreaterThan(2 * byGroup[1]!.value!);
  });

  test('majors have their gaps and their times', async () => {
    const rows = await desk.database.query<{number: string; gap: number | null; hours: number}>(
      `select number, major_gap_days as gap, resolve_hours as hours
       from marts.fct_incident where is_major order by opened_at`,
    );
    expect(rows.map(({number}) => number)).toEqual(truth.majorGaps.map(({number}) => number));
    for (const [index, {gapDays, resolveHours}] of truth.majorGaps.entries()) {
      if (gapDays === null) expect(rows[index]?.gap).toBeNull();
      else expect(rows[index]?.gap).toBeCloseTo(gapDays, 3);
      expect(rows[index]?.hours).toBeCloseTo(resolveHours!, 3);
    }
    const gaps = truth.majorGaps.flatMap(({gapDays}) => gapDays ?? []);
    const between = await figureIn(directory, 'days_between_majors');
    expect(between.n).toBe(gaps.length);
    expect(between.value).toBeCloseTo(mean(gaps), 3);
    const solved = await figureIn(directory, 'major_mttr');
    expect(solved.value).toBeCloseTo(mean(truth.majorGaps.map((each) => each.resolveHours!)), 3);
  });

  test('incidents cost what the highest tier that held them costs', async () => {
    const {costs, resolvedByHighestTier, mean: planted} = truth.handlingCost;
    const names = [...spoiled].map((number) => `'${number}'`).join(', ');
    const rows = await desk.database.query<{cost: number; count: number}>(
      `select handling_cost as cost, count(*) as count from marts.fct_incident
       where is_resolved and number not in (${names}) group by all`,
    );
    const found = Object.fromEntries(rows.map(({cost, count}) => [cost, count]));
    for (const tier of ['L1', 'L2', 'L3', 'vendor'] as const)
      expect(found[costs[tier]], tier).toBe(resolvedByHighestTier[tier]);
    expect((await figureIn(directory, 'cost_per_incident')).value! / planted).toBeCloseTo(1, 2);
  });

  test('the desk in Porto asks how content people are, and the other does not', async () => {
    const {n, count, mean: planted} = truth.satisfaction;
    const mean = await figure('csat', inJira);
    expect(mean.n).toBe(count);
    expect(mean.value).toBeCloseTo(planted, 3);
    expect(await figure('csat_response_rate', inJira)).toMatchObject({n, value: count / n});
    expect((await figure('csat', inServiceNow)).value).toBeNull();
  });

  test('one desk logs as P2 what is P3 since October', async () => {
    const {priority, from, before, after} = truth.priorityMismatch;
    const where = {...inServiceNow, priority};
    const was = await figure('priority_mismatch_rate', where, '--to', from);
    const is = await figure('priority_mismatch_rate', where, '--from', from);
    expect(Math.abs(was.value! - share(before))).toBeLessThan(0.01);
    expect(Math.abs(is.value! - share(after))).toBeLessThan(0.01);
    expect(is.low!).toBeGreaterThan(was.high!);
  });
});

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
