import {periodsText} from './grain-words.ts';
import {formatNumber, formatSize, formatValue} from '../charts/format.ts';
import type {HeatRow} from '../charts/chart.ts';
import {shiftPeriod} from '../time/period.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {FigureBlock} from './figure-block.ts';
import type {ResolvedTable} from './resolved-table.ts';
import {phrase, t, translated} from '../wording/t.ts';

type HeatSpec = Extract<BlockSpec, {block: 'heat map'}>;

export const weekdays = [
  ...[phrase`Monday`, phrase`Tuesday`, phrase`Wednesday`, phrase`Thursday`, phrase`Friday`],
  ...[phrase`Saturday`, phrase`Sunday`],
];
const by = ['opened_weekday', 'opened_hour'] as const;

/** When incidents are opened, by hour and weekday, over enough weeks to show a pattern. */
export async function resolveHeatMap(
  context: PageContext,
  spec: HeatSpec,
): Promise<FigureBlock | null> {
  const {period, historyFrom, catalogue, request} = context;
  if (!period || historyFrom === null) return null;
  const start = shiftPeriod(period, period.grain, 1 - spec.periods).from;
  const from = start > historyFrom ? start : historyFrom;
  const part = {grain: 'total' as const, from, to: period.to, by};
  const figures = await context.measure(spec.metric, part);
  if (!figures || figures.length === 0) return null;
  const counts = new Map<string, number>();
  for (const {dimensions, n} of figures) {
    const key = cellKey(
      Number(dimensions.opened_weekday?.charAt(0)),
      Number(dimensions.opened_hour),
    );
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
  const rows = weekdays.flatMap((_, day) =>
    Array.from({length: 24}, (_hour, hour) => heatRow(day + 1, hour, counts)),
  );
  const metric = catalogue.get(spec.metric);
  const total = rows.reduce((sum, {value}) => sum + value, 0);
  return {
    kind: 'figure',
    id: spec.id,
    title: heatTitle(rows),
    subtitle: t`${metric.label} by hour and weekday, ${periodsText(weeksBetween(from, period.to), 'week')}, ${formatSize(total)}, times in ${context.frame.zone}`,
    data: {chart: 'heatmap', rows},
    unit: 'count',
    target: null,
    range: null,
    ariaLabel: heatTitle(rows),
    note: [],
    table: heatTable(rows, spec.metric, context),
    definitions: [{id: metric.id, label: metric.label, definition: metric.definition}],
    downloads: metricDownloads(metric.id, {...part, where: request.where}),
  };
}

function cellKey(weekday: number, hour: number): string {
  return `${weekday} ${hour}`;
}

function heatRow(weekday: number, hour: number, counts: Map<string, number>): HeatRow {
  return {weekday, hour, value: counts.get(cellKey(weekday, hour)) ?? 0};
}

function weeksBetween(from: string, to: string): number {
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000)));
}

/** The busiest weekday and the busiest two hours of the day. */
function heatTitle(rows: readonly HeatRow[]): string {
  const total = sum(rows);
  if (total === 0) return t`Nothing was opened`;
  const days = weekdays.map((_, day) => sum(rows.filter(({weekday}) => weekday === day + 1)));
  const busiest = days.indexOf(Math.max(...days));
  const pairs = Array.from({length: 23}, (_, hour) =>
    sum(rows.filter((row) => row.hour === hour || row.hour === hour + 1)),
  );
  const hour = pairs.indexOf(Math.max(...pairs));
  const share = formatValue((pairs[hour] ?? 0) / total, 'share');
  return t`${share} arrives between ${clock(hour)} and ${clock(hour + 2)}; ${translated(weekdays[busiest] ?? '')} is the busiest day`;
}

function sum(rows: readonly HeatRow[]): number {
  return rows.reduce((all, {value}) => all + value, 0);
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function heatTable(rows: readonly HeatRow[], metric: string, context: PageContext): ResolvedTable {
  const {label} = context.catalogue.get(metric);
  const total = sum(rows);
  return {
    columns: [
      {label: t`Weekday`, align: 'left'},
      {label: t`${label}, all hours`, align: 'right'},
      {label: t`Share`, align: 'right'},
      {label: t`Busiest hour`, align: 'right'},
    ],
    rows: weekdays.map((name, index) => {
      const own = rows.filter(({weekday}) => weekday === index + 1);
      const peak = own.reduce((most, row) => (row.value > most.value ? row : most), own[0]!);
      const where = mergeFilters(context.request.where, [
        {dimension: by[0], values: [`${index + 1} ${name.slice(0, 3)}`]},
      ]);
      return [
        {text: translated(name), href: incidentsHref(metric, {period: context.period?.id, where})},
        {text: formatNumber(sum(own)), value: sum(own)},
        {text: formatValue(sum(own) / Math.max(1, total), 'share'), value: sum(own)},
        {text: `${clock(peak.hour)}${'\u202f'}(${formatNumber(peak.value)})`, value: peak.hour},
      ];
    }),
  };
}
