import {formatNumber} from '../charts/format.ts';
import {ageBands, compareValues} from '../metrics/dimension.ts';
import type {Figure} from '../metrics/metric.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

/** Open now by priority and age, a row a priority: every count leads to its incidents. */
export async function resolveQueueAges(
  context: PageContext,
  {id}: Extract<BlockSpec, {block: 'queue ages'}>,
): Promise<TableBlock | null> {
  const {frame, request} = context;
  const today = {grain: 'day' as const, from: frame.asOfOn, to: null};
  const by = ['priority', 'age_band'];
  const figures = await context.measure('backlog', {...today, by});
  if (!figures || figures.length === 0) return null;
  const priorities = [...new Set(figures.map(({dimensions}) => dimensions['priority'] ?? null))];
  priorities.sort((a, b) => compareValues('priority', a, b));
  return {
    kind: 'table',
    id,
    title: titleOf(figures),
    subtitle: 'Open incidents by priority and age',
    table: {
      columns: [
        {label: 'Priority', align: 'left'},
        ...ageBands.map((band) => ({
          label: band.replace(' days', 'd').replace('over ', '>'),
          align: 'right' as const,
        })),
        {label: 'All', align: 'right'},
      ],
      rows: priorities.map((priority) => [
        {text: priority ?? 'Not filled'},
        ...bandCells(
          figures.filter(({dimensions}) => (dimensions['priority'] ?? null) === priority),
          context,
          priority,
        ),
      ]),
      ...(priorities.length > 1
        ? {footer: [{text: 'Together'}, ...bandCells(figures, context, undefined)]}
        : {}),
    },
    note: [],
    downloads: metricDownloads('backlog', {...today, by, where: request.where}),
  };
}

/** `undefined` for all priorities. */
function bandCells(
  figures: readonly Figure[],
  {frame, request}: PageContext,
  priority: string | null | undefined,
): Cell[] {
  const own = priority === undefined ? [] : [{dimension: 'priority', values: [priority ?? '']}];
  const cell = (band: string | null): Cell => {
    const count = countOf(figures, band);
    if (count === 0) return {text: '–', value: 0};
    const age = band === null ? [] : [{dimension: 'age_band', values: [band]}];
    const where = mergeFilters(request.where, [...own, ...age]);
    return {
      text: formatNumber(count),
      value: count,
      href: incidentsHref('backlog', {period: frame.asOfOn, where}),
    };
  };
  return [...ageBands.map(cell), cell(null)];
}

function countOf(figures: readonly Figure[], band: string | null): number {
  const own = figures.filter(({dimensions}) => band === null || dimensions['age_band'] === band);
  return own.reduce((sum, {value}) => sum + (value ?? 0), 0);
}

function titleOf(figures: readonly Figure[]): string {
  const old = countOf(figures, 'over 30 days');
  const all = countOf(figures, null);
  if (old === 0) return `${formatNumber(all)} open, none for over 30 days`;
  return `${formatNumber(old)} of ${formatNumber(all)} have been open for over 30 days`;
}
