import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {slaAtRisk, type RunningClock} from '../../src/metrics/sla-at-risk.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';
import {
  asOf,
  countedMinutes,
  deskIncidents,
  instantOf,
  slaMarts,
  worksIn,
  type DeskIncident,
} from './sla-marts.ts';

const incidents = deskIncidents();
let desk: Database;

beforeAll(async () => {
  desk = await slaMarts(incidents);
});
afterAll(() => desk.close());

/** What the clock of an incident says at a minute, counted minute by minute; null when it isn't running. */
function bruteForce(incident: DeskIncident, minute: number) {
  const part = incident.parts.find(({from, to}) => from <= minute && minute < to);
  if (!part) return null;
  const used = countedMinutes(incident, {until: minute});
  const isPaused = part.status === 'on_hold';
  return {used, isPaused, holder: part.group, due: dueFrom(incident, minute, used, isPaused)};
}

function dueFrom(incident: DeskIncident, minute: number, used: number, isPaused: boolean) {
  if (isPaused || used > incident.targetMinutes) return null;
  let left = incident.targetMinutes - used;
  let at = minute;
  while (left > 0) if (worksIn(incident.calendar, at++)) left--;
  return at;
}

describe('clocks at risk', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8].map((step) => step * 1733 + 11))(
    'at minute %i are those that minute-by-minute counting finds, as it finds them',
    async (minute) => {
      const {clocks, isNow} = await slaAtRisk(desk, {at: instantOf(minute)});
      expect(isNow).toBe(false);
      const found = new Map(clocks.map((clock) => [clock.record_key, clock]));
      for (const incident of incidents) {
        const expected = bruteForce(incident, minute);
        const clock = found.get(`desk:${incident.no}`);
        expect(clock !== undefined, `desk:${incident.no}`).toBe(expected !== null);
        if (!expected || !clock) continue;
        expect(clock.used_seconds).toBeCloseTo(expected.used * 60, 3);
        expect(clock.is_paused).toBe(expected.isPaused);
        expect(clock.assignment_group).toBe(expected.holder);
        if (expected.due !== null && expected.used < incident.targetMinutes)
          expect(clock.due_at?.toISOString()).toBe(instantOf(expected.due).toISOString());
      }
    },
  );

  test('now are the same whether the moment is named or not', async () => {
    const [plain, named] = await Promise.all([slaAtRisk(desk, {}), slaAtRisk(desk, {at: asOf})]);
    expect(named).toEqual(plain);
    expect(plain.isNow).toBe(true);
    expect(plain.clocks).toHaveLength(incidents.filter(({isOpen}) => isOpen).length);
  });

  test('are banded by the share of the target used, and exactly at the target is not past it', async () => {
    const clocksOf = async (used: number) => {
      const incident: DeskIncident = {
        no: 1,
        priority: 'P1',
        calendar: 'around the clock',
        targetMinutes: 200,
        isOpen: true,
        parts: [{from: 16_560 - used, to: 16_560, status: 'in_progress', group: 'Desk'}],
      };
      const marts = await slaMarts([incident]);
      const {clocks} = await slaAtRisk(marts, {});
      marts.close();
      return clocks[0]?.band;
    };
    const bands = await Promise.all([99, 100, 149, 150, 180, 200, 201].map(clocksOf));
    expect(bands).toEqual(['under-50', '50-75', '50-75', '75-90', '90-100', '90-100', 'breached']);
  });

  test('are counted by band and priority, and come soonest due first with stopped ones last', async () => {
    const {clocks, counts} = await slaAtRisk(desk, {});
    for (const {band, priority, count} of counts)
      expect(
        clocks.filter((each) => each.band === band && each.priority === priority),
      ).toHaveLength(count);
    expect(counts.reduce((sum, {count}) => sum + count, 0)).toBe(clocks.length);
    const due = clocks.map(({due_at}) => due_at?.getTime() ?? Infinity);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    const breached = clocks.filter(({band}) => band === 'breached');
    for (const {due_at, remaining_seconds} of breached) {
      expect(due_at!.getTime()).toBeLessThan(asOf.getTime());
      expect(remaining_seconds).toBeLessThan(0);
    }
  });

  test('are all counted where only the first of each kind, priority and band are listed', async () => {
    const [all, some] = await Promise.all([slaAtRisk(desk, {}), slaAtRisk(desk, {mostClocks: 1})]);
    expect(some).toMatchObject({counts: all.counts, clockCount: all.clocks.length});
    expect(some.clocks).toHaveLength(all.counts.length);
    expect(some.clocks.length).toBeLessThan(all.clocks.length);
    for (const clock of some.clocks) {
      const {kind, priority, band} = clock;
      const first = all.clocks.find(
        (each) => each.kind === kind && each.priority === priority && each.band === band,
      );
      expect(clock).toEqual(first);
    }
  });

  test('are filtered like any figure', async () => {
    const where = [{dimension: 'priority', values: ['P1']}];
    const {clocks} = await slaAtRisk(desk, {where});
    expect(clocks.length).toBeGreaterThan(0);
    expect(new Set(clocks.map(({priority}) => priority))).toEqual(new Set(['P1']));
  });

  test('refuses a moment the data does not reach', async () => {
    const at = new Date(asOf.getTime() + 60_000);
    await expect(slaAtRisk(desk, {at})).rejects.toMatchObject({
      message: 'What will be at risk then is not known yet.',
      remedy: expect.stringContaining('18 Mar 2016'),
    });
  });
});

describe('clocks at risk in the demo', () => {
  let demo: Database;
  beforeAll(async () => {
    demo = await openPublished(await demoWorkspace());
  });
  afterAll(() => demo?.close());

  test('now are the running clocks of what is open, as the marts have them', async () => {
    const {clocks} = await slaAtRisk(demo, {});
    const expected = await demo.query<Pick<RunningClock, 'record_key' | 'kind' | 'used_seconds'>>(
      `select i.record_key, c.kind, c.used_seconds, c.due_at, c.verdict
       from marts.fct_clock as c join marts.fct_incident as i on i.record_no = c.record_no
       where i.is_open and c.stopped_at is null order by 1, 2`,
    );
    const found = [...clocks].sort(
      (a, b) => a.record_key.localeCompare(b.record_key) || a.kind.localeCompare(b.kind),
    );
    expect(found.map(({record_key, kind}) => `${record_key} ${kind}`).sort()).toEqual(
      expected.map(({record_key, kind}) => `${record_key} ${kind}`).sort(),
    );
    const used = new Map(expected.map((each) => [`${each.record_key} ${each.kind}`, each]));
    for (const clock of found)
      expect(clock.used_seconds).toBeCloseTo(
        used.get(`${clock.record_key} ${clock.kind}`)!.used_seconds,
        3,
      );
  });

  test('breached ones are those the marts call breached, due when they say', async () => {
    const {clocks} = await slaAtRisk(demo, {});
    const breached = await demo.query<{record_key: string; kind: string; breached_at: Date}>(
      `select i.record_key, c.kind, c.breached_at
       from marts.fct_clock as c join marts.fct_incident as i on i.record_no = c.record_no
       where i.is_open and c.stopped_at is null and c.verdict = 'breached'`,
    );
    const found = clocks.filter(({band}) => band === 'breached');
    const text = (key: string, kind: string, at: Date | null) =>
      `${key} ${kind} ${at?.toISOString()}`;
    expect(
      found.map(({record_key, kind, due_at}) => text(record_key, kind, due_at)).sort(),
    ).toEqual(
      breached.map(({record_key, kind, breached_at}) => text(record_key, kind, breached_at)).sort(),
    );
  });
});
