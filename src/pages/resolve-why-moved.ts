import {formatNumber} from '../charts/format.ts';
import {formatPeriod} from '../charts/format-period.ts';
import {metricSubject} from '../findings/metric-subject.ts';
import {mostExplaining, readWhyMoved, type MovedBy} from '../findings/read-why-moved.ts';
import {moveTitle, nameOf, printedMove, type PrintedMove} from '../findings/why-moved-words.ts';
import type {Metric} from '../metrics/metric.ts';
import {shiftPeriod, type Period} from '../time/period.ts';
import {capitalised, standsOut} from './headline-sentence.ts';
import {incidentsHref, mergeFilters, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';

type WhyMovedSpec = Extract<BlockSpec, {block: 'why it moved'}>;

/** More rows are added up in one. */
const mostRows = 8;

/** The difference to the period before, taken apart by segment: what the mix did, and what each did itself. */
export async function resolveWhyMoved(
  context: PageContext,
  spec: WhyMovedSpec,
): Promise<TableBlock | null> {
  const {period, catalogue, frame, session, request, historyFrom} = context;
  if (!period?.isComplete || historyFrom === null) return null;
  const metric = catalogue.get(spec.metric);
  if (spec.ifSignal && !(await isSignalling(context, metric))) return null;
  const before = shiftPeriod(period, period.grain, -1);
  if (before.from < historyFrom) return null;
  const asked = {metric, before, after: period, grain: period.grain, where: request.where};
  const moved = mostExplaining(await readWhyMoved(session, frame, asked));
  if (!moved || moved.contributions.length < 2) return null;
  const printed = printedMove(moved, metric.unit);
  const label = catalogue.dimension(moved.by)?.label ?? moved.by;
  return {
    kind: 'table',
    id: spec.id,
    title: moveTitle(moved, {subject: metricSubject(metric), unit: metric.unit, label}),
    subtitle: t`${metric.label}, by ${label}, ${formatPeriod(period.id)} against ${formatPeriod(before.id)}`,
    table: tableOf({context, metric, moved, printed, before, label: capitalised(label)}),
    note: [
      {
        text: t`Mix: what other proportions of the incidents did. Rate: what each ${label} did itself. Together they are the difference, to the last digit (Kitagawa 1955). The ${label} is the cut whose mix explains most.`,
      },
    ],
    downloads: metricDownloads(metric.id, {
      grain: period.grain,
      by: [moved.by],
      from: before.from,
      to: period.to,
      where: request.where,
    }),
  };
}

async function isSignalling(context: PageContext, metric: Metric): Promise<boolean> {
  const kpis = await context.kpis();
  const kpi = kpis.find((each) => each.metric.id === metric.id && each.part.length === 0);
  return kpi !== undefined && standsOut(kpi);
}

interface TablePart {
  context: PageContext;
  metric: Metric;
  moved: MovedBy;
  printed: PrintedMove;
  before: Period;
  label: string;
}

function tableOf(part: TablePart): TableBlock['table'] {
  const {moved, printed, label} = part;
  const right = (text: string, isDetail = false) => ({
    label: text,
    align: 'right' as const,
    ...(isDetail ? {isDetail} : {}),
  });
  const shown = moved.contributions.slice(0, mostRows);
  return {
    columns: [
      {label, align: 'left'},
      right(t`n before`, true),
      right(t`n now`, true),
      right(t`Before`, true),
      right(t`Now`),
      right(t`By mix`),
      right(t`By rate`),
      right(t`Together`),
    ],
    rows: [
      ...shown.map((_, index) => rowOf(part, index)),
      ...(moved.contributions.length > mostRows ? [othersRow(part)] : []),
    ],
    footer: [
      {text: t`All`},
      number(moved.before.n),
      number(moved.after.n),
      {text: printed.before, value: moved.before.mean},
      {
        ...{text: printed.after, value: moved.after.mean},
        phoneDetail: t`${printed.before} before`,
      },
      {text: printed.mix, value: moved.mix},
      {text: printed.rate, value: moved.rate},
      {text: printed.difference, value: moved.difference},
    ],
  };
}

function rowOf({context, metric, moved, printed, before}: TablePart, index: number): Cell[] {
  const part = moved.contributions[index]!;
  const print = printed.rows[index]!;
  const largest = Math.max(...printed.rows.map(({size}) => Math.abs(size)));
  const where = mergeFilters(context.request.where, [{dimension: moved.by, values: [part.key]}]);
  const href = (period: string) => incidentsHref(metric.id, {period, where});
  const now = context.period?.id ?? '';
  return [
    {text: nameOf(part), href: href(now)},
    number(part.before.n),
    number(part.after.n),
    {text: print.before, value: part.before.mean, href: href(before.id)},
    {
      ...{text: print.after, value: part.after.mean, href: href(now)},
      phoneDetail: t`${print.before} before`,
    },
    {text: print.mix, value: part.mix},
    {text: print.rate, value: part.rate},
    {
      text: print.total,
      value: print.size,
      shift: {size: largest > 0 ? print.size / largest : 0, signal: signalOf(print.size, metric)},
    },
  ];
}

function othersRow({moved, printed, metric}: TablePart): Cell[] {
  const rest = moved.contributions.slice(mostRows);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const places = rest.map((_, index) => mostRows + index);
  const size = sum(places.map((index) => printed.rows[index]?.size ?? 0));
  const largest = Math.max(...printed.rows.map((row) => Math.abs(row.size)));
  return [
    {text: t`${rest.length} others`},
    number(sum(rest.map(({before}) => before.n))),
    number(sum(rest.map(({after}) => after.n))),
    {text: '', value: null},
    {text: '', value: null},
    {text: printed.sumOf('mix', places)},
    {text: printed.sumOf('rate', places)},
    {
      text: printed.sumOf('total', places),
      value: size,
      shift: {size: largest > 0 ? size / largest : 0, signal: signalOf(size, metric)},
    },
  ];
}

function signalOf(change: number, {better}: Metric): 'better' | 'worse' | 'none' {
  if (better === null || change === 0) return 'none';
  return change > 0 === (better === 'higher') ? 'better' : 'worse';
}

function number(n: number): Cell {
  return {text: formatNumber(n), value: n};
}
