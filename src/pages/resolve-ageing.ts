import {formatNumber, formatSize, formatValue} from '../charts/format.ts';
import {ageBands} from '../metrics/dimension.ts';
import type {Figure} from '../metrics/metric.ts';
import {definitionsOf} from './definitions-of.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {FigureBlock} from './figure-block.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import {t, translated} from '../wording/t.ts';

/** How old the open incidents are at the period's end, and how many of them are past their target. */
export async function resolveAgeing(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'ageing'}>,
): Promise<FigureBlock | null> {
  const {period, request, catalogue} = context;
  if (!period) return null;
  const part = {grain: period.grain, from: period.from, to: period.to};
  const [open, late, aged] = await Promise.all([
    context.measure('backlog', {...part, by: ['age_band']}),
    context.measure('backlog_breached', {...part, by: ['age_band']}),
    context.measure('backlog_aged', part),
  ]);
  if (!open) return null;
  const rows = ageBands.map((band) => ({
    band,
    count: countIn(open, band),
    breached: countIn(late ?? [], band),
  }));
  const total = rows.reduce((sum, {count}) => sum + count, 0);
  return {
    kind: 'figure',
    id: spec.id,
    title: ageingTitle(total, aged?.[0] ?? null),
    subtitle: subtitleOf(period, formatSize(total)),
    data: {
      chart: 'ageing',
      rows: total > 0 ? rows.map((row) => ({...row, band: translated(row.band)})) : [],
    },
    unit: 'count',
    target: null,
    range: null,
    ariaLabel: rows.map(({band, count}) => t`${translated(band)}: ${count}`).join(t`; `),
    note: [],
    table: {
      columns: [
        {label: t`Age`, align: 'left'},
        {label: t`Open`, align: 'right'},
        {label: t`Past target`, align: 'right'},
      ],
      rows: rows.map(({band, count, breached}) => {
        const where = mergeFilters(request.where, [{dimension: 'age_band', values: [band]}]);
        const href = (metric: string) => incidentsHref(metric, {period: period.id, where});
        return [
          {text: translated(band)},
          {text: formatNumber(count), value: count, href: href('backlog')},
          {text: formatNumber(breached), value: breached, href: href('backlog_breached')},
        ];
      }),
    },
    definitions: definitionsOf(catalogue, ['backlog', 'backlog_aged', 'backlog_breached']),
    downloads: metricDownloads('backlog', {...part, by: ['age_band'], where: request.where}),
  };
}

function countIn(figures: readonly Figure[], band: string): number {
  return figures.find(({dimensions}) => dimensions.age_band === band)?.value ?? 0;
}

function subtitleOf({grain, isComplete}: ResolvedPeriod, size: string): string {
  if (!isComplete) return t`Open incidents by age so far, ${size}`;
  return grain === 'week'
    ? t`Open incidents by age at the end of the week, ${size}`
    : t`Open incidents by age at the end of the month, ${size}`;
}

function ageingTitle(total: number, aged: Figure | null): string {
  if (total === 0) return t`Nothing is open`;
  const count = Math.round((aged?.value ?? 0) * (aged?.n ?? 0));
  if (count === 0)
    return total === 1
      ? t`The one open incident has not aged`
      : t`None of the ${formatNumber(total)} open incidents has aged`;
  return t`${formatNumber(count)} of ${formatNumber(total)} open incidents have aged: ${formatValue(aged?.value, 'share')}`;
}
