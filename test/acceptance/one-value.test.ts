import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {packagePath} from '../../src/base/package-root.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import type {Figure} from '../../src/metrics/metric.ts';
import type {Page} from '../../src/pages/page.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {KpiRow} from '../../src/pages/kpi-block.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';
import type {Cell} from '../../src/pages/resolved-table.ts';
import type {Listening} from '../../src/server/listen.ts';
import {serve} from '../../src/server/serve.ts';
import {parsePeriod} from '../../src/time/period.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';
import {filtersOf, wheres, type Where} from './demo-desk.ts';
import {figuresIn, type PrintedFigure} from './meantime-in.ts';

const metrics = [
  'opened',
  'resolved',
  'reopened',
  'backlog',
  'backlog_aged',
  'backlog_breached',
  'mttr',
  'ttr_median',
  'ttr_p90',
  'mtta',
  'sla_resolution',
  'sla_recorded',
  'flr',
  'reopen_rate',
  'recurrence_rate',
  'reassignments_mean',
] as const;
const periods = ['2026-W38', '2026-09', '2026-Q2'];
const slices: Where[] = [
  {},
  {priority: 'P2'},
  {service: 'Mail and Calendar', source: 'servicenow'},
  {assignment_group: 'Aplicações Porto'},
  {priority: ''},
];
/** Every slice in one period, every period whole and in two slices. */
const cases = periods.flatMap((period, index) =>
  slices
    .filter((_, place) => place === 0 || (place - 1) % 2 === index % 2)
    .map((where) => ({period, where, slice: new URLSearchParams(where).toString()})),
);

/** Whoever asks, and however: one question has one answer. */
describe('one value', () => {
  let directory: string;
  let database: Database;
  let catalogue: Catalogue;
  let server: Listening;

  beforeAll(async () => {
    const workspace = await demoWorkspace();
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

  const runs = new Map<string, Promise<PrintedFigure[]>>();
  /** What the command line says of several metrics in one run, by metric; asked the same again, it is not run again. */
  const printed = async (of: readonly string[], period: string, where: Where) => {
    const {grain, from, to} = parsePeriod(period)!;
    const span = ['--grain', grain, '--from', from, '--to', to];
    const asked = ['--metric', [...new Set(of)].join(','), ...span, ...wheres(where)];
    const run = runs.get(asked.join(' ')) ?? figuresIn(directory, ...asked);
    runs.set(asked.join(' '), run);
    const figures = await run;
    return (metric: string): PrintedFigure => {
      const own = figures.filter((each) => each.metric === metric);
      expect(own, metric).toHaveLength(1);
      return own[0]!;
    };
  };
  const asked = async <T>(path: string, parameters: Where): Promise<T> => {
    const answer = await fetch(`${server.address}${path}?${new URLSearchParams(parameters)}`, {
      headers: {accept: 'application/json'},
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as T;
  };
  // Findings have figures of their own, which no test here is about.
  const findings = () => Promise.resolve([]);
  const resolved = (page: Page, period: string, where: Where = {}) =>
    resolvePage(page, {period, where: filtersOf(where)}, {session: database, catalogue, findings});

  test.each(cases)('of $period, “$slice”, at the command line and in the API', async (asking) => {
    const {period, where} = asking;
    const {grain} = parsePeriod(period)!;
    const figureOf = await printed(metrics, period, where);
    for (const metric of metrics) {
      const figure = figureOf(metric);
      const path = `/api/metrics/${metric}`;
      const {figures} = await asked<{figures: Figure[]}>(path, {grain, period, ...where});
      expect(figures.map(bare), metric).toEqual([bare(figure)]);
    }
  });

  test.each(cases)('of $period, “$slice”, leads to exactly its incidents', async (asking) => {
    const {period, where} = asking;
    const figureOf = await printed(metrics, period, where);
    for (const metric of metrics) {
      const figure = figureOf(metric);
      const {total, incidents} = await asked<{total: number; incidents: unknown[]}>(
        '/api/incidents',
        {metric, period, page_size: '1000', ...where},
      );
      // A count stands for its value, everything else for the incidents it was computed from.
      expect(total, metric).toBe(figure.unit === 'count' ? figure.value : figure.n);
      expect(incidents, metric).toHaveLength(Math.min(total, 1000));
    }
  });

  test('is not empty in most of these cases', async () => {
    const sizes = await Promise.all(
      cases.map(async ({period, where}) => (await printed(metrics, period, where))('resolved').n),
    );
    expect(sizes.filter((n) => n >= 10).length).toBeGreaterThanOrEqual(6);
  });

  const pages = [
    {page: weekly, period: '2026-W38', where: {}},
    {page: weekly, period: '2026-W38', where: {priority: 'P2'}},
    {page: monthly, period: '2026-09', where: {}},
    {page: monthly, period: '2026-09', where: {source: 'jira'}},
  ] as const;

  describe.each(pages)('on $page.path of $period with $where', ({page, period, where}) => {
    test('stands in the key figures as it is printed', async () => {
      const rows = kpiRows(await resolved(page, period, where));
      expect(rows.length).toBeGreaterThan(8);
      const linked = rows.map((row) => {
        const filters = new URL(row.href, server.address).searchParams;
        expect([filters.get('metric'), filters.get('period')]).toEqual([row.metric, period]);
        filters.delete('metric');
        filters.delete('period');
        return {row, filters: filters.toString()};
      });
      for (const filters of new Set(linked.map((each) => each.filters))) {
        const own = linked.filter((each) => each.filters === filters).map(({row}) => row);
        const sliced = Object.fromEntries(new URLSearchParams(filters));
        const figureOf = await printed(
          own.map(({metric}) => metric),
          period,
          sliced,
        );
        for (const {metric, label, value, n} of own) {
          const figure = figureOf(metric);
          expect({value, n}, label).toEqual({value: figure.value, n: figure.n});
        }
      }
    });

    test('and is drawn and told in the same words by the server', async () => {
      const parameters = new URLSearchParams({period, ...where});
      const answer = await fetch(`${server.address}${page.path}?${parameters}`);
      const html = (await answer.text()).replaceAll('&amp;', '&');
      expect(answer.status).toBe(200);
      for (const {label, valueText} of kpiRows(await resolved(page, period, where))) {
        expect(html, label).toContain(label);
        expect(html, label).toContain(valueText);
      }
    });
  });

  test.each<Where>([{}, {source: 'servicenow'}])(
    'stands in the tables behind the monthly trends with %o',
    async (where) => {
      const page = await resolved(monthly, '2026-09', where);
      let compared = 0;
      for (const block of blocksOf(page)) {
        if (block.kind !== 'figure' || block.data.chart !== 'trend') continue;
        // Points that are events have no figure of their own.
        if (block.data.rows.some(({event}) => event !== undefined)) continue;
        const metric = block.definitions[0]!.id;
        const cells = block.table.rows
          .map((row) => [row[1]?.value ?? null, row[3]?.value])
          .reverse();
        const days = block.data.rows.map(({day}) => day);
        const filters = wheres(where);
        const span = ['--grain', 'month', '--from', days[0]!, '--to', '2026-10-01'];
        const figures = await figuresIn(directory, '--metric', metric, ...span, ...filters);
        expect(cells, metric).toEqual(figures.map(({value, n}) => [value, n]));
        expect(block.data.rows.map(({value}) => value)).toEqual(figures.map(({value}) => value));
        compared++;
      }
      expect(compared).toBeGreaterThanOrEqual(6);
    },
  );

  test('stands in the breakdowns of the weekly review, cell by cell', async () => {
    const {from, to} = parsePeriod('2026-W38')!;
    const tables = blocksOf(await resolved(weekly, '2026-W38')).filter((b) => b.kind === 'table');
    const breakdowns = weekly.blocks
      .flatMap((spec) => (spec.block === 'columns' ? spec.blocks : [spec]))
      .filter((spec) => spec.block === 'breakdown');
    expect(breakdowns.length).toBeGreaterThan(1);
    for (const {id, by, metrics: columns} of breakdowns) {
      const table = tables.find((each) => each.id === id)!.table;
      const span = ['--grain', 'week', '--from', from, '--to', to];
      const all = await figuresIn(directory, '--metric', columns.join(','), '--by', by, ...span);
      for (const [index, metric] of columns.entries()) {
        const figures = all.filter((each) => each.metric === metric);
        const values = new Map(figures.map((each) => [each[by] ?? 'Not filled', each.value]));
        for (const row of table.rows)
          expect(cellValue(row[index + 1]), `${row[0]?.text} ${metric}`).toEqual(
            values.get(row[0]!.text) ?? null,
          );
      }
    }
  });
});

function bare({metric, period, value, n, unit, coverage, low, high, note}: Figure | PrintedFigure) {
  return {metric, period, value, n, unit, coverage, low, high, note};
}

function cellValue(cell: Cell | undefined): number | null {
  return cell?.value ?? null;
}

function blocksOf({blocks}: ResolvedPage): Exclude<Block, {kind: 'columns'}>[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? block.blocks : [block])) as Exclude<
    Block,
    {kind: 'columns'}
  >[];
}

function kpiRows(page: ResolvedPage): KpiRow[] {
  return blocksOf(page).flatMap((block) => (block.kind === 'kpis' ? block.rows : []));
}
