import type {Filter, Selection} from '../metrics/metric.ts';
import type {CandidatePart} from '../metrics/candidate-set.ts';
import {selectionQuery} from '../metrics/selection.ts';
import type {Download} from './table-block.ts';

export interface LinkPart {
  /** `2016-W12`, `2016-03`; absent for all of it. */
  period?: string | null;
  where?: readonly Filter[];
  /** What else the page's address says. */
  choices?: Readonly<Record<string, string>>;
}

/** The incidents a number is made of. */
export function incidentsHref(metric: string, {period, where = []}: LinkPart = {}): string {
  return `/incidents?${queryText([['metric', metric], ...periodPart(period), ...filterPart(where)])}`;
}

/** What was left out for a reason: of one figure, or of everything. */
export function leftOutHref(
  reason: string,
  {metric, period, where = []}: LinkPart & {metric?: string} = {},
): string {
  const of: [string, string][] = metric === undefined ? [] : [['metric', metric]];
  return `/incidents?${queryText([...of, ['excluded', reason], ...periodPart(period), ...filterPart(where)])}`;
}

/** A page with its state. */
export function pageHref(path: string, {period, where = [], choices}: LinkPart = {}): string {
  const own = Object.entries(choices ?? {});
  const query = queryText([...periodPart(period), ...filterPart(where), ...own]);
  return query === '' ? path : `${path}?${query}`;
}

/** Where an action is proposed from a finding, its fields filled in. */
export function proposeHref(finding: string, period: string): string {
  return `/improvement/new?${queryText([
    ['finding', finding],
    ['period', period],
  ])}`;
}

export function incidentHref(recordKey: string): string {
  return `/incidents/${encodeURIComponent(recordKey)}`;
}

/** A problem candidate's own page. */
export function candidateHref(name: string): string {
  return `/problems/${encodeURIComponent(name)}`;
}

/** An improvement action's own page. */
export function actionHref(name: string): string {
  return `/improvement/${encodeURIComponent(name)}`;
}

/** Where an action is proposed on a key figure. */
export function proposeOnFigureHref(metric: string, {period, where}: LinkPart): string {
  return pageHref('/improvement/new', {
    ...{period: period ?? null, where: where ?? []},
    choices: {metric},
  });
}

/** The incidents of a candidate: all of them, or a part that a figure counts. */
export function candidateIncidentsHref(name: string, part?: CandidatePart): string {
  return `/incidents?${queryText([['candidate', name], ...(part ? [['part', part] as [string, string]] : [])])}`;
}

/** The metric's own page. */
export function definitionHref(metric: string): string {
  return `/catalogue/${encodeURIComponent(metric)}`;
}

/** A figure's rows as files. */
export function metricDownloads(metric: string, part: Partial<Selection>): Download[] {
  const selection: Selection = {grain: 'total', by: [], where: [], from: null, to: null, ...part};
  const state = selectionQuery(selection).toString();
  const href = (format: string) => `/api/metrics/${metric}?${state}${state && '&'}format=${format}`;
  return [
    {label: 'CSV', href: href('csv')},
    {label: 'Arrow', href: href('arrow')},
  ];
}

function periodPart(period: string | null | undefined): [string, string][] {
  return period && period !== 'total' ? [['period', period]] : [];
}

function filterPart(where: readonly Filter[]): [string, string][] {
  return where.flatMap(({dimension, values}) =>
    values.map((value): [string, string] => [dimension, value]),
  );
}

/** Filters of the page and of the number together; one dimension named twice keeps the narrower. */
export function mergeFilters(filters: readonly Filter[], more: readonly Filter[]): Filter[] {
  const narrowed = new Set(more.map(({dimension}) => dimension));
  return [...filters.filter(({dimension}) => !narrowed.has(dimension)), ...more];
}

function queryText(pairs: readonly [string, string][]): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}
