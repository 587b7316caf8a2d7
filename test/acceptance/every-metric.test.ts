import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {metricPage} from '../../dashboards/metric.ts';
import {packagePath} from '../../src/base/package-root.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import type {Figure} from '../../src/metrics/metric.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {FigureBlock} from '../../src/pages/figure-block.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';
import type {Cell} from '../../src/pages/resolved-table.ts';
import type {Listening} from '../../src/server/listen.ts';
import {serve} from '../../src/server/serve.ts';
import {parsePeriod} from '../../src/time/period.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';
import {hasRealLog, realLogName, realLogWorkspace} from '../real-log-workspace.ts';
import {figuresIn, type PrintedFigure} from './meantime-in.ts';

describe('the demo', () => threeWays(demoWorkspace, '2026-10'));
describe.skipIf(!hasRealLog)(realLogName, () => threeWays(realLogWorkspace, '2016-05'));

/** Every metric there is, whoever asks: the command line, the API and the metric's page. */
function threeWays(workspaceOf: () => Promise<Workspace>, month: string) {
  let directory: string;
  let database: Database;
  let catalogue: Catalogue;
  let server: Listening;

  beforeAll(async () => {
    const workspace = await workspaceOf();
    directory = workspace.directory;
    database = await openPublished(workspace);
    catalogue = await loadCatalogue(database);
    server = await serve(workspace, {
      port: 0,
      host: '127.0.0.1',
      logLevel: 'silent',
      now: () => demoBuiltAt,
      // Only has to be there: nothing in these tests runs it.
      scriptFile: packagePath('src/client/client.ts'),
    });
  });
  afterAll(async () => {
    await server.stop({patience: 500});
    database.close();
  });

  const asked = async (metric: string, parameters: Record<string, string>): Promise<Figure[]> => {
    const address = `${server.address}/api/metrics/${metric}?${new URLSearchParams(parameters)}`;
    const answer = await fetch(address, {headers: {accept: 'application/json'}});
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${text}`);
    return (JSON.parse(text) as {figures: Figure[]}).figures;
  };
  const pages = new Map<string, Promise<ResolvedPage>>();
  const pageOf = (metric: string): Promise<ResolvedPage> => {
    const source = {session: database, catalogue};
    const page =
      pages.get(metric) ?? resolvePage(metricPage(metric), {period: month, where: []}, source);
    pages.set(metric, page);
    return page;
  };

  test('has all the metrics of the definitions', () => {
    expect(catalogue.problems).toEqual([]);
    expect(catalogue.metrics.map(({id}) => id)).toEqual(definedMetrics);
  });

  test('says the same at the command line and in the API, month by month and by priority', async () => {
    const every = catalogue.metrics.map(({id}) => id).join(',');
    for (const options of [
      ['--grain', 'month'],
      ['--grain', 'month', '--by', 'priority'],
    ]) {
      const printed = await figuresIn(directory, '--metric', every, ...options);
      const by: Record<string, string> = options.includes('--by') ? {by: 'priority'} : {};
      for (const {id} of catalogue.metrics) {
        const figures = await asked(id, {grain: 'month', ...by});
        const own = printed.filter(({metric}) => metric === id);
        expect(figures.map(flat), id).toEqual(own.map(flat));
      }
    }
  });

  test('and on each metric’s page: in the trend, by priority, by group', async () => {
    let compared = 0;
    for (const {id} of catalogue.metrics) {
      const page = await pageOf(id);
      const trend = figureOf(page, 'trend');
      if (trend?.data.chart !== 'trend') throw new Error(id);
      const days = trend.data.rows.map(({day}) => day);
      const span = {grain: 'month', from: days[0]!, to: parsePeriod(month)!.to};
      const months = await asked(id, span);
      expect(
        trend.data.rows.map(({value}) => value),
        id,
      ).toEqual(months.map(({value}) => value));
      const rows = [...trend.table.rows].reverse();
      expect(
        rows.map((row) => [row[1]?.value, row[3]?.value]),
        id,
      ).toEqual(months.map(({value, n}) => [value, n]));
      const {from, to} = parsePeriod(month)!;
      for (const by of ['priority', 'assignment_group']) {
        const values = new Map(
          (await asked(id, {grain: 'month', from, to, by})).map(({dimensions, value}) => [
            dimensions[by] ?? 'Not filled',
            value,
          ]),
        );
        for (const [name, value] of cellsOf(page, `by-${by.replaceAll('_', '-')}`)) {
          expect(value, `${id} ${name}`).toEqual(values.get(name) ?? null);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  test('the gaps between majors have the mean that the metric has', async () => {
    const {to} = parsePeriod(month)!;
    const [figure] = await asked('days_between_majors', {grain: 'total', to});
    const gaps = figureOf(await pageOf('days_between_majors'), 'days-between');
    // The sums are of the same gaps in another order; a source without majors has neither.
    const rounded = (value: number | null | undefined) => value?.toFixed(9) ?? null;
    expect(rounded(gaps?.table.footer?.[3]?.value)).toBe(rounded(figure?.value));
  });

  test('prints each metric’s page with its value', async () => {
    for (const {id, label} of catalogue.metrics) {
      const answer = await fetch(`${server.address}/catalogue/${id}?period=${month}`);
      const html = await answer.text();
      expect(answer.status, id).toBe(200);
      expect(html, id).toContain(label.replaceAll('&', '&amp;'));
      const page = await pageOf(id);
      const trend = figureOf(page, 'trend');
      expect(html, id).toContain(trend?.table.rows[0]?.[1]?.text);
    }
  });
}

function figureOf(page: ResolvedPage, id: string): FigureBlock | undefined {
  return blocksOf(page).find(
    (block): block is FigureBlock => block.kind === 'figure' && block.id === id,
  );
}

/** METRICS.md, section 2, and the Kaplan–Meier median of section 1. */
const definedMetrics = [
  'automation_rate',
  'backlog',
  'backlog_aged',
  'backlog_breached',
  'backlog_growth',
  'chronology_fault_rate',
  'ci_coverage',
  'cost_per_incident',
  'csat',
  'csat_response_rate',
  'days_between_majors',
  'detected_by_monitoring',
  'escalation_functional',
  'escalation_hierarchical',
  'fcr',
  'flr',
  'hours_lost',
  'knowledge_rate',
  'major_count',
  'major_mttr',
  'mtta',
  'mttd',
  'mttr',
  'mttr_active',
  'mttr_business',
  'on_hold_share',
  'opened',
  'ping_pong_rate',
  'premature_closure_rate',
  'priority_mismatch_rate',
  'problem_link_rate',
  'reassignment_rate',
  'reassignments_mean',
  'recategorised_rate',
  'recurrence_rate',
  'reopen_rate',
  'reopened',
  'repeat_rate',
  'reprioritised_rate',
  'resolved',
  'sla_disagreement',
  'sla_recorded',
  'sla_resolution',
  'sla_response',
  'ttr_first',
  'ttr_median',
  'ttr_median_opened',
  'ttr_p90',
  'vague_category_rate',
];

function bare({metric, period, value, n, unit, coverage, low, high, note}: Figure | PrintedFigure) {
  return {metric, period, value, n, unit, coverage, low, high, note};
}

function flat(figure: Figure | PrintedFigure) {
  const {priority} = 'dimensions' in figure ? (figure as Figure).dimensions : figure;
  return {...bare(figure), priority: priority ?? null};
}

type Single = Exclude<Block, {kind: 'columns'}>;

function blocksOf({blocks}: ResolvedPage): Single[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? block.blocks : [block])) as Single[];
}

function cellsOf(page: ResolvedPage, id: string): [string, number | null][] {
  const table = blocksOf(page).find((block) => block.kind === 'table' && block.id === id);
  if (table?.kind !== 'table') return [];
  return table.table.rows.map((row) => [row[0]!.text, valueOf(row[1])]);
}

function valueOf(cell: Cell | undefined): number | null {
  return cell?.value ?? null;
}
