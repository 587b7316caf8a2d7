import {formatInterval, formatNumber, formatValue, intervalLabel} from '../charts/format.ts';
import type {ComplianceRow} from '../metrics/sla-compliance.ts';
import type {SlaKind} from '../metrics/sla-incidents.ts';
import {complianceOf} from '../metrics/sla-what-if.ts';
import {joined} from './headline-sentence.ts';
import {metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {goalText, targetOf} from './read-kpi.ts';
import type {Cell, ResolvedTable} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {pageCompliance} from './sla-answers.ts';
import {slaHref} from './sla-link.ts';
import {kindLabel, policyLabel, targetTime} from './sla-words.ts';

type ComplianceSpec = Extract<BlockSpec, {block: 'sla compliance'}>;

/** How each promise of a kind was kept: a row a priority and policy. */
export async function resolveSlaCompliance(
  context: PageContext,
  {id, kind}: ComplianceSpec,
): Promise<TableBlock | null> {
  const {period, request} = context;
  const rows = (await pageCompliance(context)).filter((row) => row.kind === kind);
  if (!period) return null;
  const metric = kind === 'response' ? 'sla_response' : 'sla_resolution';
  return {
    kind: 'table',
    id,
    title: complianceTitle(rows, context, metric),
    subtitle: `${kindLabel(kind)} within target, of incidents resolved in ${period.label}${period.isComplete ? '' : ', still running'}`,
    table: complianceTable(rows, context, kind),
    note: [],
    downloads: metricDownloads(metric, {
      by: ['priority'],
      from: period.from,
      to: period.to,
      where: request.where,
    }).filter(({label}) => label === 'CSV'),
  };
}

function complianceTable(
  rows: readonly ComplianceRow[],
  context: PageContext,
  kind: SlaKind,
): ResolvedTable {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const met = rows.reduce((sum, row) => sum + row.met, 0);
  const whole = {...complianceOf(met, n), n, breached: n - met};
  return {
    columns: [
      {label: 'Promise', align: 'left'},
      {label: 'Met', align: 'right'},
      {label: intervalLabel(), align: 'right', isDetail: true},
      {label: 'n', align: 'right'},
      {label: 'Missed', align: 'right'},
    ],
    rows: rows.map((row) => [promiseCell(row), ...numberCells(row, row, context, kind)]),
    ...(rows.length > 1
      ? {footer: [{text: 'Together'}, ...numberCells(whole, {}, context, kind)]}
      : {}),
  };
}

function promiseCell({priority, policy, target_seconds, calendar}: ComplianceRow): Cell {
  return {
    text: promiseText(priority ?? 'No priority', policyLabel(policy)),
    detail: `${targetTime(target_seconds)}, ${calendar}`,
  };
}

/** Some policies have their priority in their name. */
function promiseText(priority: string, policy: string): string {
  if (policy === '') return priority;
  return policy.includes(priority) ? policy : `${priority} · ${policy}`;
}

type Kept = Pick<ComplianceRow, 'met' | 'share' | 'low' | 'high' | 'n' | 'breached'>;

function numberCells(
  {share, low, high, n, met, breached}: Kept,
  part: {policy?: string; priority?: string | null},
  context: PageContext,
  kind: SlaKind,
): Cell[] {
  const href = (verdict?: string) =>
    slaHref(withPriority(context, part.priority), {
      sla: 'clocks',
      kind,
      verdict,
      policy: part.policy,
    });
  return [
    share === null
      ? {text: `${formatNumber(met)} of ${formatNumber(n)}`, detail: 'too few', value: null}
      : {text: formatValue(share, 'share'), value: share},
    {text: formatInterval(low, high, 'share')},
    {text: formatNumber(n), value: n, href: href()},
    {text: formatNumber(breached), value: breached, href: href('breached')},
  ];
}

/** The same page, about one priority. */
export function withPriority(
  context: PageContext,
  priority: string | null | undefined,
): PageContext {
  if (priority === undefined) return context;
  const others = context.request.where.filter(({dimension}) => dimension !== 'priority');
  const where = [...others, {dimension: 'priority', values: [priority ?? '']}];
  return {...context, request: {...context.request, where}};
}

/** Which priorities surely missed the goal; else how all of it stands. */
function complianceTitle(rows: readonly ComplianceRow[], context: PageContext, id: string): string {
  const {targets, catalogue, period} = context;
  const metric = catalogue.get(id);
  const goalFor = ({request}: PageContext) =>
    period && targetOf(targets, id, {where: request.where, period});
  const [n, met] = [sumOf(rows, 'n'), sumOf(rows, 'met')];
  if (n === 0)
    return `Nothing was judged against a ${kindLabel(rows[0]?.kind ?? 'resolution').toLowerCase()} target`;
  const missed = rows.filter(({high, priority}) => {
    const target = goalFor(withPriority(context, priority));
    return target !== null && high !== null && high < target.goal;
  });
  const names = [...new Set(missed.map(({priority}) => priority ?? 'no priority'))];
  if (names.length > 0) {
    const goal = goalFor(context);
    const of = goal ? ` of ${goalText(goal.goal, metric)}` : '';
    return `${joined(names)} missed the goal${of}`;
  }
  const share = complianceOf(met, n).share;
  const told = share === null ? `${met} of ${n}` : formatValue(share, 'share');
  return `${told} met their ${metric.id === 'sla_response' ? 'response' : 'resolution'} target`;
}

function sumOf(rows: readonly ComplianceRow[], name: 'n' | 'met'): number {
  return rows.reduce((sum, row) => sum + row[name], 0);
}
