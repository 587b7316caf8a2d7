import {Temporal} from 'temporal-polyfill';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Grain} from '../../src/metrics/metric.ts';
import {truth} from '../fixtures/committed.ts';
import {demoZone, openDemoDesk, wheres, type DemoDesk, type Where} from './demo-desk.ts';
import {figureIn, figuresIn, type PrintedFigure} from './meantime-in.ts';

/** The story that was planted is found with the metrics: fixtures/demo/truth.json. */
describe('in the demo', () => {
  let desk: DemoDesk;
  let directory: string;

  beforeAll(async () => {
    desk = await openDemoDesk();
    ({directory} = desk);
  });
  afterAll(() => desk.close());

  describe('recurring problems', () => {
    /** The others are told by their words alone. */
    const signed = truth.recurringProblems.filter(({subcategory}) => subcategory !== '');

    test.each(signed)(
      '$key shows as one service and subcategory, and mostly one CI',
      async ({service, subcategory, ci, members, misfiled}) => {
        const readable = members.filter((number) => !truth.dirt.unreadableDate.includes(number));
        const kind = await desk.numbersBehind('opened', {where: {service, subcategory}});
        expect(readable.filter((number) => !kind.has(number))).toEqual([]);
        const signature = await desk.numbersBehind('opened', {where: {service, subcategory, ci}});
        const right = readable.filter((number) => !misfiled.includes(number));
        const found = right.filter((number) => signature.has(number)).length;
        expect(found / right.length).toBeGreaterThan(0.7);
      },
    );

    test.each(signed.filter(({ci}) => ci !== ''))(
      '$key repeats nearly every time',
      async ({service, subcategory, ci, members}) => {
        const where = wheres({service, subcategory, ci});
        const repeats = await figureIn(directory, 'repeat_rate', ...where);
        expect(repeats.n).toBeGreaterThan(0.65 * members.length);
        expect(repeats.value).toBeGreaterThan(0.85);
      },
    );

    test('without a CI cannot be told by their signature, and the figure says so', async () => {
      const without = signed.filter(({ci}) => ci === '');
      expect(without.length).toBeGreaterThan(0);
      for (const {service, subcategory} of without) {
        const where = wheres({service, subcategory, ci: ''});
        const {value, note} = await figureIn(directory, 'repeat_rate', ...where);
        expect(value).toBeNull();
        expect(note).toContain('not computable');
      }
    });

    test('that have a CI make it the one with most incidents of its kind', async () => {
      const opened = await figuresIn(
        directory,
        '--metric',
        'opened',
        '--by',
        'service,subcategory,ci',
      );
      for (const {key, service, subcategory, ci} of signed) {
        if (ci === '') continue;
        const [most] = opened
          .filter((each) => each['service'] === service && each['subcategory'] === subcategory)
          .filter((each) => each['ci'] !== null)
          .sort((a, b) => b.value! - a.value!);
        expect(most?.['ci'], key).toBe(ci);
      }
    });

    test('stop where one was fixed in the ninth month', async () => {
      const {fixedProblem, recurringProblems} = truth;
      const {service, subcategory, ci, members} = recurringProblems.find(
        ({key}) => key === fixedProblem.key,
      )!;
      const where = {service, subcategory, ci};
      const after = Temporal.PlainDate.from(fixedProblem.fixedOn).add({days: 1});
      const later = await desk.numbersBehind('opened', {from: after.toString(), where});
      expect(members.filter((number) => later.has(number))).toEqual([]);
      const weeks = 12;
      const perWeek = async (from: Temporal.PlainDate) => {
        const days = ['--from', from.toString(), '--to', from.add({weeks}).toString()];
        return (await figureIn(directory, 'opened', ...wheres(where), ...days)).value! / weeks;
      };
      const [before, since] = [await perWeek(after.subtract({weeks})), await perWeek(after)];
      expect(before).toBeGreaterThan(2);
      // What is left are the odd other incidents of the same gateway.
      expect(since).toBeLessThan(0.25 * before);
    });
  });

  test('breaches of P2 fall due around the handovers', async () => {
    const {source, priority, boundaries, marginMinutes, nearNumbers, nearShare, exposureShare} =
      truth.handover;
    const clocks = await desk.behind('sla_resolution', {where: {source, priority}});
    const breached = clocks.filter((each) => each.is_sla_resolution_met === false);
    const near = breached.filter(({resolution_due_at: dueAt}) => {
      const due = Temporal.Instant.fromEpochMilliseconds(dueAt!.getTime()).toZonedDateTimeISO(
        demoZone,
      );
      const minute = due.hour * 60 + due.minute + due.second / 60;
      return boundaries.some((at) => Math.abs(minute - minutesOf(at)) <= marginMinutes);
    });
    const numbers = new Set(near.map(({number}) => number));
    expect(nearNumbers.filter((number) => !numbers.has(number))).toEqual([]);
    // Incidents on hold, reopened or with another priority are not in the planted share.
    const share = near.length / breached.length;
    expect(Math.abs(share - nearShare)).toBeLessThan(0.06);
    expect(share / exposureShare).toBeGreaterThan(2.5);
  });

  describe('the group that closes early', () => {
    const {group, groups} = truth.earlyCloser;

    test('has by far the highest share of reopened incidents', async () => {
      const {first, rest} = highest(
        await figuresIn(directory, '--metric', 'reopen_rate', '--by', 'assignment_group'),
      );
      expect(first['assignment_group']).toBe(group);
      expect(first.value!).toBeGreaterThan(2 * Math.max(...rest.map(({value}) => value!)));
      const large = rest.filter(({n}) => n >= 200);
      expect(large.length).toBeGreaterThan(5);
      expect(first.low!).toBeGreaterThan(Math.max(...large.map(({high}) => high!)));
    });

    test('and of incidents that come back', async () => {
      const {first, rest} = highest(
        await figuresIn(directory, '--metric', 'recurrence_rate', '--by', 'assignment_group'),
      );
      expect(first['assignment_group']).toBe(group);
      expect(first.value!).toBeGreaterThan(1.4 * Math.max(...rest.map(({value}) => value!)));
      const planted = groups[group]!.cameBack / groups[group]!.resolved;
      expect(Math.abs(first.value! - planted)).toBeLessThan(0.05);
    });
  });

  describe('the mean time to resolve', () => {
    const {before, after} = truth.mixShift;
    const days = ['--from', `${before}-01`, '--to', nextMonth(after)];
    const spoiled = Object.values(truth.dirt).flat().length;

    test.each(['servicenow', 'jira', 'all'] as const)('of %s is what was made', async (source) => {
      const options = ['--grain', 'month', ...days];
      if (source !== 'all') options.push('--where', `source=${source}`);
      const figures = [
        ...(await figuresIn(directory, '--metric', 'mttr', ...options)),
        ...(await figuresIn(directory, '--metric', 'mttr', '--by', 'priority', ...options)),
      ];
      const made = truth.mixShift[source] as Record<string, Record<string, MonthFigure>>;
      let compared = 0;
      for (const {period, value, n, priority} of figures) {
        const expected = made[period]?.[String(priority ?? 'all')];
        if (priority === null || !expected) continue;
        expect(Math.abs(n - expected.n), `${period} ${priority}`).toBeLessThanOrEqual(spoiled);
        // Jira exports minutes, and what was spoiled on purpose can't be read as it was made.
        const slack = n === expected.n ? 1 / 60 : 0.05 * expected.meanHours;
        expect(Math.abs(value! - expected.meanHours), `${period} ${priority}`).toBeLessThan(slack);
        compared++;
      }
      expect(compared).toBe(Object.values(made).flatMap((month) => Object.keys(month)).length);
    });

    test('gets better in all while every priority gets worse', async () => {
      const options = ['--metric', 'mttr', '--grain', 'month', ...days];
      const [first, second] = await figuresIn(directory, ...options);
      expect(second!.value!).toBeLessThan(0.95 * first!.value!);
      const byPriority = await figuresIn(directory, ...options, '--by', 'priority');
      for (const priority of ['P1', 'P2', 'P3', 'P4']) {
        const [was, is] = byPriority.filter((each) => each['priority'] === priority);
        expect([was?.period, is?.period]).toEqual([before, after]);
        expect(is!.value!, priority).toBeGreaterThan(1.02 * was!.value!);
      }
    });
  });

  describe('the action', () => {
    const [worked, failed] = truth.actions as [Action, Action];
    const step = async ({metric, service, from}: Action) => {
      const where = wheres(inServiceNow(service));
      const was = await figureIn(directory, metric, ...where, '--to', from);
      return {was, is: await figureIn(directory, metric, ...where, '--from', from)};
    };

    test.each([worked, failed])(
      '“$title” has the planted shares before and after',
      async (action) => {
        const {was, is} = await step(action);
        for (const [figure, planted] of [
          [was, action.before],
          [is, action.after],
        ] as const) {
          expect(Math.abs(figure.n - planted.n)).toBeLessThanOrEqual(5);
          expect(Math.abs(figure.value! - planted.share)).toBeLessThan(0.02);
        }
      },
    );

    test('that worked shows: intervals apart, and a signal that lasts', async () => {
      const {was, is} = await step(worked);
      expect(is.low!).toBeGreaterThan(was.high!);
      const weeks = (await desk.charted('flr', 'week', inServiceNow(worked.service))).filter(
        isJudged,
      );
      const since = weeks.filter(({from}) => from >= worked.from);
      expect(since.length).toBeGreaterThanOrEqual(5);
      const better = since.filter(({signal}) => signal === 'better');
      expect(better.length).toBeGreaterThanOrEqual(0.8 * since.length);
      expect(since.at(-1)?.signal).toBe('better');
    });

    test('that did not work shows nothing: intervals overlap, and nothing got better', async () => {
      const {was, is} = await step(failed);
      expect(is.low!).toBeLessThan(was.high!);
      expect(is.high!).toBeGreaterThan(was.low!);
      const since = async (grain: Grain) =>
        (await desk.charted('reassignment_rate', grain, inServiceNow(failed.service))).filter(
          (each) => isJudged(each) && each.from >= failed.from,
        );
      const [weeks, months] = [await since('week'), await since('month')];
      expect(weeks.length).toBeGreaterThanOrEqual(10);
      expect(weeks.filter(({signal}) => signal === 'better').length / weeks.length).toBeLessThan(
        0.2,
      );
      expect(months.length).toBeGreaterThanOrEqual(4);
      expect(months.filter(({signal}) => signal === 'better')).toEqual([]);
    });
  });

  test('the flood of one day stands far outside what is usual', async () => {
    const {service, day, opened, highestOtherDay, planted} = truth.anomaly;
    const days = await desk.charted('opened', 'day', inServiceNow(service));
    const flood = days.find(({period}) => period === day)!;
    expect(flood).toMatchObject({value: opened, side: 'above'});
    expect(flood.rules).toContain('outside');
    const others = days.filter(({period}) => period !== day).map(({value}) => value!);
    expect(Math.max(...others)).toBe(highestOtherDay);
    const next = Temporal.PlainDate.from(day).add({days: 1}).toString();
    const found = await desk.numbersBehind('opened', {
      from: day,
      to: next,
      where: inServiceNow(service),
    });
    expect(planted.filter((number) => !found.has(number))).toEqual([]);
  });
});

type Action = (typeof truth)['actions'][number];

interface MonthFigure {
  n: number;
  meanHours: number;
}

function inServiceNow(service: string): Where {
  return {source: 'servicenow', service};
}

function highest(figures: PrintedFigure[]): {first: PrintedFigure; rest: PrintedFigure[]} {
  const [first, ...rest] = figures
    .filter(({value}) => value !== null)
    .sort((a, b) => b.value! - a.value!);
  return {first: first!, rest};
}

function isJudged({
  signal,
  isComplete,
  value,
}: {
  signal: string;
  isComplete: boolean;
  value: unknown;
}) {
  return isComplete && value !== null && signal !== 'too few';
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function nextMonth(month: string): string {
  return Temporal.PlainYearMonth.from(month).add({months: 1}).toPlainDate({day: 1}).toString();
}
