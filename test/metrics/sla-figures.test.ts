import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {measure} from '../../src/metrics/measure.ts';
import {slaAtRisk} from '../../src/metrics/sla-at-risk.ts';
import {attributionDimensions, slaAttribution} from '../../src/metrics/sla-attribution.ts';
import {slaComparison} from '../../src/metrics/sla-comparison.ts';
import {slaCompliance} from '../../src/metrics/sla-compliance.ts';
import {readSlaSet, type SlaChoices} from '../../src/metrics/sla-set.ts';
import {slaWhatIf} from '../../src/metrics/sla-what-if.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';

const october = {where: [], from: '2026-10-01', to: '2026-11-01'};
let demo: Database;
let catalogue: Catalogue;

beforeAll(async () => {
  demo = await openPublished(await demoWorkspace());
  catalogue = await loadCatalogue(demo);
});
afterAll(() => demo?.close());

/** How many incidents a list of an SLA figure has. */
async function listed(choices: SlaChoices, selection = october): Promise<number> {
  const metric = catalogue.get('sla_resolution');
  return (await incidentList(demo, {metric, selection, sla: readSlaSet(choices)})).total;
}

describe('compliance', () => {
  test.each(['resolution', 'response'] as const)(
    'of %s adds up to the metric, policy by policy',
    async (kind) => {
      const rows = (await slaCompliance(demo, october)).filter((row) => row.kind === kind);
      const [figure] = await measure(demo, catalogue.get(`sla_${kind}`), {
        ...october,
        grain: 'total',
        by: [],
      });
      const n = rows.reduce((sum, row) => sum + row.n, 0);
      const met = rows.reduce((sum, row) => sum + row.met, 0);
      expect(n).toBe(figure?.n);
      expect(met / n).toBeCloseTo(figure?.value ?? 0, 12);
    },
  );

  test('leads from every number to as many incidents', async () => {
    for (const {kind, policy, priority, n, breached} of await slaCompliance(demo, october)) {
      const where = [{dimension: 'priority', values: [priority ?? '']}];
      const selection = {...october, where};
      const all = {sla: 'clocks', kind, policy};
      expect(await listed(all, selection as typeof october)).toBe(n);
      expect(await listed({...all, verdict: 'breached'}, selection as typeof october)).toBe(
        breached,
      );
    }
  });
});

describe('recorded against recomputed', () => {
  test('counts every resolved incident once, and each disagreement has one reason', async () => {
    const {cells, reasons, disagreements, n} = await slaComparison(demo, october);
    const [resolved] = await measure(demo, catalogue.get('resolved'), {
      ...october,
      grain: 'total',
      by: [],
    });
    const count = (list: readonly {count: number}[]) =>
      list.reduce((sum, each) => sum + each.count, 0);
    expect(count(cells)).toBe(resolved?.value);
    expect(count(reasons)).toBe(disagreements);
    expect(disagreements).toBeGreaterThan(0);
    expect(n).toBeGreaterThan(disagreements);
    for (const {count: whole, breachedByUs, metByUs} of reasons)
      expect(breachedByUs + metByUs).toBe(whole);
  });

  test('leads from every cell and reason to as many incidents', async () => {
    const {cells, reasons} = await slaComparison(demo, october);
    for (const {recorded, computed, count} of cells)
      expect(
        await listed({sla: 'comparison', recorded: recorded ?? '-', computed: computed ?? '-'}),
      ).toBe(count);
    for (const {reason, count, metByUs} of reasons) {
      expect(await listed({sla: 'comparison', reason})).toBe(count);
      expect(await listed({sla: 'comparison', reason, computed: 'met'})).toBe(metByUs);
    }
  });
});

describe('who used the time', () => {
  test.each(attributionDimensions)('of breached clocks adds up, by %s', async (by) => {
    const {rows, clock_count, used_seconds} = await slaAttribution(demo, {
      ...october,
      kind: 'resolution',
      by,
    });
    const [whole] = await demo.query<{n: number; used: number}>(
      `select count(*) as n, sum(c.used_seconds) as used
       from marts.fct_clock as c join marts.fct_incident as i on i.record_no = c.record_no
       where c.kind = 'resolution' and c.verdict = 'breached' and i.is_resolved
         and i.resolved_on >= date '2026-10-01' and i.resolved_on < date '2026-11-01'`,
    );
    expect(clock_count).toBe(whole?.n);
    expect(used_seconds).toBeCloseTo(whole?.used ?? 0, 0);
    expect(rows.reduce((sum, {used_share}) => sum + used_share, 0)).toBeCloseTo(1, 9);
    // Somebody used most of each.
    expect(rows.reduce((sum, {most_count}) => sum + most_count, 0)).toBeGreaterThanOrEqual(
      clock_count,
    );
  });

  test('leads to the incidents it had a part in', async () => {
    const {rows} = await slaAttribution(demo, {
      ...october,
      kind: 'resolution',
      by: 'assignment_group',
    });
    for (const {holder, clock_count} of rows)
      expect(
        await listed({
          sla: 'used-by',
          kind: 'resolution',
          held_by: 'assignment_group',
          holder: holder ?? '-',
        }),
      ).toBe(clock_count);
  });
});

describe('lists of incidents', () => {
  test('of running clocks are as long as their bands say, now and then', async () => {
    for (const at of [undefined, '2026-10-14T12:00:00Z']) {
      const {counts} = await slaAtRisk(demo, {at: at === undefined ? null : new Date(at)});
      expect(counts.length).toBeGreaterThan(0);
      for (const {kind, priority, band, count} of counts) {
        const where = [{dimension: 'priority', values: [priority ?? '']}];
        const choices = {sla: 'at-risk', kind, band, ...(at === undefined ? {} : {at})};
        const found = await listed(choices, {where, from: null, to: null} as never);
        expect({kind, priority, band, count: found}).toEqual({kind, priority, band, count});
      }
    }
  });

  test('of flips are as long as the recount says', async () => {
    const override = {kind: 'resolution', within: '2 business days', priority: 'P3'} as const;
    const {rows} = await slaWhatIf(demo, {...october, overrides: [override]});
    const total = rows.find(({isTotal}) => isTotal);
    expect(total?.lost).toBeGreaterThan(0);
    const asked = {sla: 'what-if', if_within: '2 business days', if_priority: 'P3'};
    expect(await listed({...asked, flip: 'breached'})).toBe(total?.lost);
    expect(await listed({...asked, flip: 'met'})).toBe(total?.saved);
    expect(await listed(asked)).toBe((total?.lost ?? 0) + (total?.saved ?? 0));
  });

  test.each([
    [{sla: 'nothing'}, '"sla" can’t be "nothing".'],
    [{sla: 'at-risk', band: 'most'}, '"band" can’t be "most".'],
    [{sla: 'clocks', kind: 'both'}, '"kind" can’t be "both".'],
    [{sla: 'what-if', if_stops: 'often'}, '"if_stops" can’t be "often".'],
  ])('refuse %o with what there is', (choices, message) => {
    expect(() => readSlaSet(choices)).toThrow(message);
  });

  test('are none where nothing of an SLA is asked', () => {
    expect(readSlaSet({})).toBeNull();
    expect(readSlaSet({kind: 'response'})).toBeNull();
  });
});
