import {formatNumber, formatSize, formatValue} from '../charts/format.ts';
import type {HeatRow} from '../charts/chart.ts';
import {clockText} from '../findings/handover.ts';
import type {Finding} from '../findings/finding.ts';
import {
  readBoundaries,
  readBreachHours,
  readHandover,
  type HandoverCount,
} from '../findings/read-handover.ts';
import {knownPeriod} from '../metrics/selection.ts';
import {shortTitle} from './findings-told.ts';
import {incidentsHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {FigureBlock} from './figure-block.ts';
import type {ResolvedTable} from './resolved-table.ts';
import {t} from '../wording/t.ts';

type HandoverSpec = Extract<BlockSpec, {block: 'handover'}>;

/** When targets are missed, where that gathers at the change of shifts; nothing where it does not. */
export async function resolveHandover(
  context: PageContext,
  spec: HandoverSpec,
): Promise<FigureBlock | null> {
  const finding = (await context.foundFacts())?.find(({detector}) => detector === 'handover');
  const rows = finding?.text.find((piece) => piece.rows)?.rows;
  if (!finding || !rows?.period) return null;
  const days = knownPeriod(rows.period);
  const scope = {...context, where: finding.where};
  const [hours, boundaries, counts] = await Promise.all([
    readBreachHours(scope, days),
    readBoundaries(context),
    readHandover(scope, days),
  ]);
  const heat = heatRows(hours);
  const metric = context.catalogue.get(finding.metric);
  const name = finding.where.flatMap(({values}) => values).join(', ');
  return {
    kind: 'figure',
    id: spec.id,
    title: shortTitle(finding.title),
    subtitle: t`Missed resolution targets of ${name} by hour and weekday, ${formatSize(finding.n)}, times in ${context.frame.zone}`,
    data: {
      chart: 'heatmap',
      rows: heat,
      hourMarks: boundaries.map((minute) => ({hour: minute / 60, label: clockText(minute)})),
    },
    unit: 'count',
    target: null,
    range: null,
    ariaLabel: finding.title,
    note: [
      {
        text: t`${formatValue(finding.value, 'share')} of them within an hour of a change of shifts, where ${formatValue(finding.reference, 'share')} of the running time lies: `,
      },
      {
        text: t`all that fell due`,
        href: incidentsHref(rows.metric, {period: rows.period, where: rows.where}),
      },
      {text: '.'},
    ],
    table: handoverTable(counts, finding),
    definitions: [{id: metric.id, label: metric.label, definition: metric.definition}],
    downloads: [],
  };
}

function heatRows(hours: readonly {weekday: number; hour: number; breaches: number}[]): HeatRow[] {
  return Array.from({length: 7 * 24}, (_, place) => {
    const [weekday, hour] = [1 + Math.floor(place / 24), place % 24];
    const value = hours
      .filter((each) => each.weekday === weekday && each.hour === hour)
      .reduce((sum, {breaches}) => sum + breaches, 0);
    return {weekday, hour, value};
  });
}

/** Near a change of shifts and elsewhere: targets missed, clocks that fell due, running time, changes of hands. */
function handoverTable(counts: readonly HandoverCount[], {n}: Finding): ResolvedTable {
  const sum = (of: (count: HandoverCount) => number) =>
    counts.reduce((total, count) => total + of(count), 0);
  const all = {clocks: sum(({clocks}) => clocks), handoffs: sum(({handoffs}) => handoffs)};
  const near = {
    breaches: sum(({nearBreaches}) => nearBreaches),
    clocks: sum(({nearClocks}) => nearClocks),
    handoffs: sum(({nearHandoffs}) => nearHandoffs),
    exposure: sum(({exposure, clocks}) => exposure * clocks) / Math.max(1, all.clocks),
  };
  const row = (label: string, part: typeof near) => [
    {text: label},
    {text: formatNumber(part.breaches), value: part.breaches},
    {text: formatNumber(part.clocks), value: part.clocks},
    {text: formatValue(part.breaches / Math.max(1, part.clocks), 'share')},
    {text: formatValue(part.exposure, 'share'), value: part.exposure},
    {text: formatNumber(part.handoffs), value: part.handoffs},
  ];
  return {
    columns: [
      {label: t`When`, align: 'left'},
      {label: t`Missed`, align: 'right'},
      {label: t`Fell due`, align: 'right'},
      {label: t`Share missed`, align: 'right'},
      {label: t`Running time`, align: 'right'},
      {label: t`Changes of group`, align: 'right', isDetail: true},
    ],
    rows: [
      row(t`Within an hour of a change of shifts`, near),
      row(t`Elsewhere`, {
        breaches: n - near.breaches,
        clocks: all.clocks - near.clocks,
        handoffs: all.handoffs - near.handoffs,
        exposure: 1 - near.exposure,
      }),
    ],
  };
}
