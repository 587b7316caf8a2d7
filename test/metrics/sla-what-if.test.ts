import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {slaWhatIf, whatIfRows, type Flip} from '../../src/metrics/sla-what-if.ts';
import type {SlaOverride} from '../../src/metrics/sla-override.ts';
import {wilsonInterval} from '../../src/metrics/wilson.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';
import {countedMinutes, deskIncidents, slaMarts, type DeskIncident} from './sla-marts.ts';

const incidents = deskIncidents();
const resolved = incidents.filter(({isOpen}) => !isOpen);
const everything = {where: [], from: null, to: null};
let desk: Database;

beforeAll(async () => {
  desk = await slaMarts(incidents);
});
afterAll(() => desk.close());

function whatIf(...overrides: Partial<SlaOverride>[]) {
  return slaWhatIf(desk, {
    ...everything,
    overrides: overrides.map((override) => ({kind: 'resolution', ...override})),
  });
}

/** What counting minute by minute says of a priority under another promise. */
function expectedMet(
  priority: string,
  usedOf: (incident: DeskIncident) => number,
  targetOf: (incident: DeskIncident) => number,
): number {
  return resolved.filter((each) => each.priority === priority && usedOf(each) <= targetOf(each))
    .length;
}

describe('what if', () => {
  test('nothing changed, nothing changes', async () => {
    const {rows, flips, flipCount, groups} = await whatIf();
    expect([flips, flipCount, groups]).toEqual([[], 0, []]);
    for (const row of rows) {
      expect(row.then).toEqual(row.now);
      if (row.isTotal) continue;
      const own = resolved.filter(({priority}) => priority === row.priority);
      expect(row.n).toBe(own.length);
      const met = expectedMet(
        row.priority ?? '',
        (each) => countedMinutes(each),
        (each) => each.targetMinutes,
      );
      expect(row.now.met).toBe(met);
      expect(row.now.share).toBe(met / own.length);
      expect(row.now.low).toBe(wilsonInterval(met / own.length, own.length)?.low);
    }
    expect(rows.map(({priority, isTotal}) => [priority, isTotal])).toEqual([
      ['P1', false],
      ['P3', false],
      [null, true],
    ]);
  });

  test('another target is held against the time already counted', async () => {
    const {rows, flips} = await whatIf({priority: 'P3', within: '1 business day'});
    const row = rows.find(({priority}) => priority === 'P3');
    expect(row?.then.met).toBe(
      expectedMet(
        'P3',
        (each) => countedMinutes(each),
        () => 480,
      ),
    );
    expect(row?.then.met).toBeLessThan(row?.now.met ?? 0);
    expect(flips.length).toBe(row?.lost);
    for (const flip of flips) {
      expect(flip).toMatchObject({priority: 'P3', verdict_now: 'met', verdict_then: 'breached'});
      expect(flip.used_then_seconds).toBe(flip.used_now_seconds);
      expect(flip.margin_then_seconds).toBe(480 * 60 - flip.used_then_seconds);
    }
    const other = rows.find(({priority}) => priority === 'P1');
    expect(other?.then).toEqual(other?.now);
  });

  test('another calendar is counted anew, minute for minute', async () => {
    const {rows, flips} = await whatIf({calendar: 'late hours'}, {kind: 'response'});
    for (const priority of ['P1', 'P3'])
      expect(rows.find((row) => row.priority === priority)?.then.met).toBe(
        expectedMet(
          priority,
          (each) => countedMinutes(each, {hours: 'late hours'}),
          (each) => each.targetMinutes,
        ),
      );
    for (const flip of flips) {
      const incident = incidents.find(({no}) => flip.record_key === `desk:${no}`)!;
      expect(flip.used_then_seconds).toBeCloseTo(
        countedMinutes(incident, {hours: 'late hours'}) * 60,
        3,
      );
    }
    expect(rows.at(-1)?.saved).toBeGreaterThan(0);
  });

  test('a clock that never stops counts what was on hold', async () => {
    const {rows} = await whatIf({stops: 'none', within: '6 h', priority: 'P1'});
    expect(rows.find(({priority}) => priority === 'P1')?.then.met).toBe(
      expectedMet(
        'P1',
        (each) => countedMinutes(each, {isEverStopped: false}),
        () => 360,
      ),
    );
  });

  test('the first override that fits a clock holds', async () => {
    const narrow = await whatIf({priority: 'P3', within: '1 h'}, {within: '2 h'});
    const row = narrow.rows.find(({priority}) => priority === 'P3');
    expect(row?.then.met).toBe(
      expectedMet(
        'P3',
        (each) => countedMinutes(each),
        () => 60,
      ),
    );
  });

  test('business days of a clock around the clock are counted in business hours, as configured', async () => {
    const {flips, rows} = await whatIf({priority: 'P1', within: '1 business day'});
    expect(rows[0]?.then.met).toBe(
      expectedMet(
        'P1',
        (each) => countedMinutes(each, {hours: 'business hours'}),
        () => 480,
      ),
    );
    expect(flips.every(({target_then_seconds}) => target_then_seconds === 480 * 60)).toBe(true);
  });

  test('flips come narrowest first, and groups with most of them first', async () => {
    const {flips, groups, flipCount} = await whatIf({within: '2 h'});
    const margins = flips.map(({margin_then_seconds}) => Math.abs(margin_then_seconds));
    expect(margins).toEqual([...margins].sort((a, b) => a - b));
    const changed = groups.map(({saved, lost}) => saved + lost);
    expect(changed).toEqual([...changed].sort((a, b) => b - a));
    expect(changed.reduce((sum, each) => sum + each, 0)).toBe(flipCount);
  });

  test('no share is told of fewer than ten', async () => {
    const few = await slaMarts(resolved.slice(0, 4));
    const {rows} = await slaWhatIf(few, {...everything, overrides: []});
    few.close();
    expect(rows.at(-1)).toMatchObject({n: 4, now: {share: null, low: null, high: null}});
  });

  test.each([
    [
      {calendar: 'moon'},
      'There is no calendar "moon".',
      /around the clock, business hours, late hours/,
    ],
    [{policy: 'gold'}, 'There is no policy "gold".', /standard P1, standard P3/],
    [{priority: 'P9'}, 'There is no priority "P9".', /P1, P3/],
    [{within: 'soon'}, '"soon" is no length of time.', /3 business days/],
  ])('%o is refused with what there is', async (override, message, remedy) => {
    await expect(whatIf(override)).rejects.toMatchObject({
      message,
      remedy: expect.stringMatching(remedy),
    });
  });
});

describe('what if, in the demo', () => {
  let demo: Database;
  beforeAll(async () => {
    demo = await openPublished(await demoWorkspace());
  });
  afterAll(() => demo?.close());

  test('nothing changed reproduces every verdict, counted anew from every tape', async () => {
    const {sql, params} = await whatIfRows(
      demo,
      {...everything, overrides: []},
      {isRecounted: true},
    );
    const [row] = await demo.query<{n: number; different: number; off: number}>(
      `select count(*) as n, count(*) filter (where verdict_now <> verdict_then) as different,
         max(abs(used_now_seconds - used_then_seconds)) as off from (${sql}) as clocks`,
      params,
    );
    expect(row?.n).toBeGreaterThan(10_000);
    expect(row?.different).toBe(0);
    expect(row?.off).toBeLessThan(0.001);
  });

  test('the figures of today are those of the metrics', async () => {
    const {rows} = await slaWhatIf(demo, {...everything, overrides: []});
    const figures = await demo.query<{priority: string; n: number; met: number}>(
      `select priority, count(is_sla_resolution_met) as n,
         count(*) filter (where is_sla_resolution_met) as met
       from marts.fct_incident where is_resolved and priority is not null group by 1 having count(is_sla_resolution_met) > 0 order by 1`,
    );
    const own = rows.filter(({kind, isTotal}) => kind === 'resolution' && !isTotal);
    expect(own.map(({priority, n, now}) => ({priority, n, met: now.met}))).toEqual(figures);
  });

  test('a clock that never stops saves nobody', async () => {
    const {flips, rows} = await slaWhatIf(demo, {
      ...everything,
      overrides: [{kind: 'resolution', stops: 'none'}],
    });
    expect(rows.at(-1)?.lost).toBeGreaterThan(0);
    expect(flips.every(({verdict_then}: Flip) => verdict_then === 'breached')).toBe(true);
  });
});
