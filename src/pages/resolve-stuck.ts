import {formatNumber, formatValue} from '../charts/format.ts';
import {formatPeriod} from '../charts/format-period.ts';
import {endOfPeriod} from './end-of-period.ts';
import {incidentList, type ListedIncident} from '../metrics/incident-list.ts';
import {incidentHref, incidentsHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';

const hourMs = 3_600_000;

/** The oldest incidents open at the period's end, with who holds them and when anything last happened. */
export async function resolveStuck(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'stuck'}>,
): Promise<TableBlock | null> {
  const {period, session, catalogue, request} = context;
  if (!period) return null;
  const metric = catalogue.get('backlog');
  if (!request.where.every(({dimension}) => metric.by.includes(dimension))) return null;
  const list = await incidentList(session, {
    metric,
    selection: {where: request.where, from: period.from, to: period.to},
    sort: 'opened_at',
    pageSize: spec.top,
  });
  if (list.rows.length === 0) return null;
  const end = endOfPeriod(context);
  const oldest = list.rows[0]!;
  const href = incidentsHref('backlog', {period: period.id, where: request.where});
  return {
    kind: 'table',
    id: spec.id,
    title: t`${oldest.number ?? t`One`} has been open for ${ageText(oldest, end)}`,
    subtitle: period.isComplete
      ? t`The oldest open incidents at the end of ${formatPeriod(period.id)}`
      : t`The oldest open incidents so far in ${formatPeriod(period.id)}`,
    table: {
      columns: [
        {label: t`Incident`, align: 'left'},
        {label: t`Priority`, align: 'left'},
        {label: t`Age`, align: 'right'},
        {label: t`With`, align: 'left'},
        {label: t`Untouched`, align: 'right', isDetail: true},
      ],
      rows: list.rows.map((row) => cellsOf(row, end)),
    },
    note: [{text: t`All ${formatNumber(list.total)} open`, href: `${href}&sort=opened_at`}],
    downloads: [],
  };
}

function cellsOf(row: ListedIncident, end: Date): Cell[] {
  const isLate = row.resolution_due_at !== null && row.resolution_due_at < end;
  return [
    {
      text: row.number ?? row.record_key,
      href: incidentHref(row.record_key),
      detail: row.title ?? undefined,
    },
    {text: row.priority ?? '–', detail: isLate ? t`past target` : undefined},
    {text: ageText(row, end), value: end.getTime() - row.opened_at.getTime()},
    {text: row.assignee ?? t`Nobody`, detail: row.assignment_group ?? t`no group`},
    {text: untouchedText(row, end), value: row.updated_at?.getTime() ?? null},
  ];
}

function ageText({opened_at}: ListedIncident, end: Date): string {
  return formatValue((end.getTime() - opened_at.getTime()) / hourMs, 'hours');
}

/** For how long nothing has happened to it; what happened after the period is told as such. */
function untouchedText({updated_at}: ListedIncident, end: Date): string {
  if (updated_at === null) return '–';
  const hours = (end.getTime() - updated_at.getTime()) / hourMs;
  return hours < 0 ? t`touched since` : formatValue(hours, 'hours');
}
