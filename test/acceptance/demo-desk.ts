import {
  behaviourChart,
  behaviourOptionsFor,
  type JudgedPoint,
} from '../../src/metrics/behaviour-chart.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {incidentList, type ListedIncident} from '../../src/metrics/incident-list.ts';
import {measure} from '../../src/metrics/measure.ts';
import type {Figure, Filter, Grain} from '../../src/metrics/metric.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';
import type {PrintedFigure} from './meantime-in.ts';

/** Local times of the demo's figures are told in this zone. */
export const demoZone = 'Europe/Amsterdam';

/** Dimension → value; the empty string stands for "not filled". */
export type Where = Record<string, string>;

export interface Behind {
  from?: string;
  to?: string;
  where?: Where;
}

export type JudgedFigure = Figure & JudgedPoint;

/** The published demo, asked as its pages ask it. */
export interface DemoDesk {
  directory: string;
  database: Database;
  /** Every incident a figure was counted from. */
  behind(metric: string, asked?: Behind): Promise<ListedIncident[]>;
  numbersBehind(metric: string, asked?: Behind): Promise<Set<string>>;
  /** A metric's whole history with its behaviour chart's verdicts. */
  charted(metric: string, grain: Grain, where: Where): Promise<JudgedFigure[]>;
  close(): void;
}

export async function openDemoDesk(): Promise<DemoDesk> {
  const workspace = await demoWorkspace();
  const database = await openPublished(workspace);
  const catalogue = await loadCatalogue(database);

  async function behind(id: string, {from, to, where = {}}: Behind = {}) {
    const selection = {from: from ?? null, to: to ?? null, where: filtersOf(where)};
    const metric = catalogue.get(id);
    const rows: ListedIncident[] = [];
    for (let page = 1, pages = 1; page <= pages; page++) {
      const list = await incidentList(database, {metric, selection, page, pageSize: 1000});
      rows.push(...list.rows);
      pages = list.pageCount;
    }
    return rows;
  }

  return {
    directory: workspace.directory,
    database,
    behind,
    numbersBehind: async (metric, asked) =>
      new Set((await behind(metric, asked)).map(({number}) => number ?? '')),
    async charted(id, grain, where) {
      const metric = catalogue.get(id);
      const selection = {grain, by: [], where: filtersOf(where), from: null, to: null};
      const figures = await measure(database, metric, selection);
      const {points} = behaviourChart(figures, behaviourOptionsFor(metric));
      return figures.map((figure, index) => ({...figure, ...points[index]!}));
    },
    close: () => database.close(),
  };
}

export function filtersOf(where: Where): Filter[] {
  return Object.entries(where).map(([dimension, value]) => ({dimension, values: [value]}));
}

/** The same for the command line. */
export function wheres(where: Where): string[] {
  return Object.entries(where).flatMap(([id, value]) => ['--where', `${id}=${value}`]);
}

export function valueBy(figures: PrintedFigure[], dimension: string): Record<string, number> {
  return Object.fromEntries(figures.map((each) => [String(each[dimension]), each.value ?? 0]));
}
