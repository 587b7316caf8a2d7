import type {FlowRow} from '../charts/chart.ts';
import {formatChange, formatNumber} from '../charts/format.ts';
import {formatDay, formatPeriod} from '../charts/format-period.ts';
import {footing, footedBy, type FootingRow} from '../metrics/footing.ts';
import type {Filter, Grain} from '../metrics/metric.ts';
import {parsePeriod} from '../time/period.ts';
import {definitionsOf} from './definitions-of.ts';
import {incidentsHref, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {FigureBlock} from './figure-block.ts';
import type {Cell, Column} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';
import {byPeriod, periodsText, thisPeriod} from './grain-words.ts';
import {capitalised} from './headline-sentence.ts';

/** What came in and went out, and the backlog it left, period by period. */
export async function resolveFlow(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'flow'}>,
): Promise<FigureBlock | null> {
  const {period, historyFrom, request, catalogue} = context;
  if (!period || historyFrom === null || !canFoot(context)) return null;
  const rows = await readFooting(context, period.grain, historyFrom, period.to);
  if (rows.length === 0) return null;
  return {
    kind: 'figure',
    id: spec.id,
    title: flowTitle(rows, period.grain),
    subtitle: [
      t`Opened, resolved and backlog`,
      byPeriod(period.grain),
      periodsText(rows.length, period.grain),
    ].join(', '),
    data: {chart: 'flow', rows: rows.map(flowRow)},
    unit: 'count',
    target: null,
    range: null,
    ariaLabel: flowTitle(rows, period.grain),
    note: [],
    table: {
      columns: footingColumns(),
      rows: [...rows].reverse().map((row) => footingCells(row, request.where)),
    },
    definitions: definitionsOf(catalogue, ['opened', 'resolved', 'reopened', 'backlog']),
    downloads: ['opened', 'resolved', 'backlog'].flatMap((id) =>
      metricDownloads(id, {
        grain: period.grain,
        from: historyFrom,
        to: period.to,
        where: request.where,
      })
        .slice(0, 1)
        .map((download) => ({...download, of: catalogue.get(id).label})),
    ),
  };
}

function flowRow(row: FootingRow): FlowRow {
  const {from, period, opened, reopened, resolved, cancelled} = row;
  return {
    day: from,
    period,
    opened,
    reopened,
    resolved,
    cancelled,
    backlog: row.openAtEnd,
    isComplete: row.isComplete,
  };
}

/** Over the last periods: whether more came in than went out. */
function flowTitle(rows: readonly FootingRow[], grain: string): string {
  const recent = rows.filter(({isComplete}) => isComplete).slice(-4);
  const [first, last] = [recent[0], recent.at(-1)];
  if (!first || !last) return t`What came in and what went out`;
  const change = last.openAtEnd - first.openAtStart;
  if (change === 0)
    return recent.length === 1
      ? t`As much went out as came in ${thisPeriod(grain)}`
      : t`As much went out as came in over ${periodsText(recent.length, grain)}`;
  const by = formatNumber(Math.abs(change));
  const now = formatNumber(last.openAtEnd);
  const span =
    recent.length === 1 ? thisPeriod(grain) : t`over ${periodsText(recent.length, grain)}`;
  return change > 0
    ? t`The backlog grew by ${by} ${span}, to ${now}`
    : t`The backlog shrank by ${by} ${span}, to ${now}`;
}

/** The account of the backlog: every period, with what does not add up. */
export async function resolveFooting(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'footing'}>,
): Promise<TableBlock[]> {
  const {period} = context;
  if (!canFoot(context)) return [];
  const tables = spec.grains.map(async (grain): Promise<TableBlock | null> => {
    const rows = period
      ? await readFooting(context, grain, period.from, period.to)
      : await readFooting(context, grain, null, null);
    if (rows.length === 0) return null;
    const parts = period ? await readParts(context) : [];
    const id = spec.grains.length > 1 ? `${spec.id}-${grain}` : spec.id;
    return footingTable({id, grain, rows, parts}, context);
  });
  return (await Promise.all(tables)).filter((table) => table !== null);
}

interface FootingParts {
  id: string;
  grain: Grain;
  rows: readonly FootingRow[];
  /** The same period by priority. */
  parts: readonly FootingRow[];
}

function footingTable(
  {id, grain, rows, parts}: FootingParts,
  {request, period}: PageContext,
): TableBlock {
  const off = [...rows, ...parts].filter(({residual}) => residual !== 0);
  const shown = parts.length > 0 ? parts : [...rows].reverse();
  return {
    kind: 'table',
    id,
    title: footingTitle(off, grain, period !== null),
    subtitle: period
      ? t`The account of ${formatPeriod(period.id)}: open at the start, what came in, what went out, open at the end`
      : t`The account of every ${grain}, newest first`,
    table: {
      columns: footingColumns().map((column, index) =>
        index === 0 && parts.length > 0 ? {...column, label: t`Priority`} : column,
      ),
      rows: shown.map((row) => footingCells(row, request.where)),
      ...(parts.length > 0 && rows[0]
        ? {footer: footingCells(rows[0], request.where, t`All`)}
        : {}),
    },
    note: residualNote(off),
    downloads: [],
  };
}

function footingTitle(off: readonly FootingRow[], grain: Grain, isOne: boolean): string {
  if (off.length === 0)
    return isOne ? t`The backlog adds up` : t`The backlog adds up in every ${grain}`;
  const units = off.reduce((sum, {residual}) => sum + Math.abs(residual), 0);
  return t`${formatNumber(units)} incidents do not add up`;
}

function residualNote(off: readonly FootingRow[]): Fact[] {
  if (off.length === 0) return [{text: t`Residual 0: start + in − out = end.`}];
  const parts = off.slice(0, 5).map(({period, residual, dimensions}) => {
    const of = Object.values(dimensions).map((value) => value ?? t`not filled`);
    return `${[formatPeriod(period), ...of].join(', ')} ${formatChange(residual, 'count')}`;
  });
  return [
    {text: t`Residual: ${parts.join(t`; `)}. `},
    {text: t`Data quality`, href: '/quality#audits'},
  ];
}

export function footingColumns(): Column[] {
  return [
    {label: t`Period`, align: 'left'},
    {label: t`Open at start`, align: 'right'},
    {label: t`+\u00a0Opened`, align: 'right'},
    {label: t`+\u00a0Reopened`, align: 'right', isDetail: true},
    {label: t`−\u00a0Resolved`, align: 'right'},
    {label: t`−\u00a0Reopened since`, align: 'right', isDetail: true},
    {label: t`−\u00a0Cancelled`, align: 'right', isDetail: true},
    {label: t`Open at end`, align: 'right'},
    {label: t`Residual`, align: 'right', isDetail: true},
  ];
}

export function footingCells(row: FootingRow, filters: readonly Filter[], name?: string): Cell[] {
  const part = Object.entries(row.dimensions).map(([dimension, value]) => ({
    dimension,
    values: [value ?? ''],
  }));
  const where = [...filters.filter(({dimension}) => !(dimension in row.dimensions)), ...part];
  const link = (metric: string) => incidentsHref(metric, {period: row.period, where});
  const [value] = Object.values(row.dimensions);
  const label =
    value === undefined ? capitalised(formatPeriod(row.period)) : (value ?? t`Not filled`);
  const isOff = row.residual !== 0;
  return [
    {text: name ?? label, detail: unfinishedText(row)},
    {text: formatNumber(row.openAtStart), value: row.openAtStart},
    {text: formatNumber(row.opened), value: row.opened, href: link('opened')},
    {text: formatNumber(row.reopened), value: row.reopened, href: link('reopened')},
    {
      text: formatNumber(row.resolved),
      value: row.resolved,
      href: link('resolved'),
    },
    {text: formatNumber(row.resolvedThenReopened), value: row.resolvedThenReopened},
    {text: formatNumber(row.cancelled), value: row.cancelled},
    {text: formatNumber(row.openAtEnd), value: row.openAtEnd, href: link('backlog')},
    {
      text: formatChange(row.residual, 'count'),
      value: row.residual,
      ...(isOff ? {signal: 'worse' as const} : {}),
    },
  ];
}

/** Why a period is not whole: it lasts, or the data starts in it. */
function unfinishedText({period, from, isComplete}: FootingRow): string | undefined {
  if (isComplete) return undefined;
  const whole = parsePeriod(period);
  return whole && whole.from < from ? t`from ${formatDay(from)}` : t`still running`;
}

function canFoot({request, catalogue}: PageContext): boolean {
  const {by} = footedBy(catalogue.attributes);
  return request.where.every(({dimension}) => by.includes(dimension));
}

function readFooting(
  {session, request}: PageContext,
  grain: Grain,
  from: string | null,
  to: string | null,
): Promise<FootingRow[]> {
  return footing(session, {grain, by: [], where: request.where, from, to});
}

async function readParts({session, request, period}: PageContext): Promise<FootingRow[]> {
  if (!period) return [];
  const {grain, from, to} = period;
  return footing(session, {grain, by: ['priority'], where: request.where, from, to});
}
