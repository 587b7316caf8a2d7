import {formatNumber, formatValue} from '../charts/format.ts';
import {formatPeriod} from '../charts/format-period.ts';
import {UserError} from '../base/user-error.ts';
import {incidentList, type IncidentList, type ListedIncident} from '../metrics/incident-list.ts';
import {readCandidateSet} from '../metrics/candidate-set.ts';
import {checkedReason, leftOutDimensions} from '../metrics/left-out-list.ts';
import type {Metric} from '../metrics/metric.ts';
import {readQueueSet} from '../metrics/queue-set.ts';
import {readSlaSet} from '../metrics/sla-set.ts';
import {knownPeriod} from '../metrics/selection.ts';
import {candidateSetWords, type SetWords} from './candidate-set-words.ts';
import {definitionHref, incidentHref} from './link.ts';
import {leftOutLabel} from './left-out-words.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext, PageRequest} from './page-context.ts';
import {queueSetWords} from './queue-set-words.ts';
import {shortInstant} from './short-instant.ts';
import {slaMetric, slaSetLabel, slaSetLede} from './sla-set-words.ts';
import type {Cell, Column, Download, HeadlineBlock, TableBlock} from './resolved-page.ts';

type ListSpec = Extract<BlockSpec, {block: 'incident list'}>;

/** The incidents behind a number, a page at a time, in the order asked for. */
export async function resolveIncidentList(
  context: PageContext,
  spec: ListSpec,
): Promise<[HeadlineBlock, TableBlock]> {
  const {session, catalogue, request} = context;
  const sla = readSlaSet(request.choices ?? {});
  const candidate = readCandidateSet(request.choices ?? {});
  const metric = catalogue.get(request.metric ?? (sla ? slaMetric(sla) : 'opened'));
  const queue = readQueueSet(request.choices ?? {});
  const words = queue
    ? queueSetWords(queue)
    : candidate && (await candidateSetWords(session, candidate));
  const leftOut = leftOutOf(request, metric);
  checkDimensions(metric, context);
  const list = await incidentList(session, {
    metric,
    selection: {...daysOf(request.period), where: request.where},
    leftOut,
    sla,
    candidate,
    queue,
    sort: request.sort ?? (sla?.set === 'at-risk' || queue ? 'dated_at' : null),
    text: request.text ?? null,
    page: request.page ?? 1,
    pageSize: spec.size,
  });
  const headline: HeadlineBlock = {
    kind: 'headline',
    text: listTitle(metric, context, {total: list.total, words}),
    lede: words
      ? words.lede
      : sla
        ? slaSetLede(sla)
        : [
            ...(leftOut
              ? [{text: leftOut.of ? 'Of this figure: ' : 'Counted beside the figures. '}]
              : []),
            {text: leftOut && !leftOut.of ? '' : `${metric.definition} `},
            {text: 'How it is counted', href: definitionHref(metric.id)},
            {text: '.'},
          ],
  };
  const table: TableBlock = {
    kind: 'table',
    id: spec.id,
    title: '',
    subtitle: '',
    table: {
      columns: columnsOf(request),
      rows: list.rows.map((row) => cellsOf(row, context.frame.zone)),
    },
    note: [],
    downloads: downloadsOf(request, metric),
    ...(list.pageCount > 1 ? {pager: pagerOf(list, request)} : {}),
  };
  return [headline, table];
}

function leftOutOf({excluded, metric: id}: PageRequest, metric: Metric) {
  if (!excluded) return null;
  const of = id ? metric : null;
  return {reason: checkedReason(excluded, of), of};
}

function checkDimensions(metric: Metric, {request, catalogue}: PageContext): void {
  const {where, excluded} = request;
  const allowed: readonly string[] = excluded ? leftOutDimensions : metric.by;
  const alien = where.find(({dimension}) => !allowed.includes(dimension));
  if (!alien) return;
  throw new UserError(
    `"${metric.label}" can't be filtered by "${catalogue.dimension(alien.dimension)?.label ?? alien.dimension}".`,
    `Use: ${allowed.join(', ')}.`,
  );
}

function daysOf(id: string | null): {from: string | null; to: string | null} {
  if (id === null || id === 'total') return {from: null, to: null};
  return knownPeriod(id);
}

/** `1,284 incidents: SLA met, resolution · Week 12 · priority P2`. */
function listTitle(
  metric: Metric,
  {request, catalogue}: PageContext,
  {total, words}: {total: number; words: SetWords | null},
): string {
  const {period, where, text} = request;
  const leftOut = leftOutOf(request, metric);
  const sla = readSlaSet(request.choices ?? {});
  const parts = [
    ...(leftOut ? [leftOutLabel(leftOut.reason, leftOut.of)] : []),
    ...(leftOut && !leftOut.of ? [] : [words?.label ?? (sla ? slaSetLabel(sla) : metric.label)]),
    ...(period ? [formatPeriod(period)] : []),
    ...where.map(({dimension, values}) => {
      const named = values.map((value) => value || 'not filled').join(' or ');
      return `${catalogue.dimension(dimension)?.label ?? dimension} ${named}`;
    }),
    ...(text ? [`with “${text}”`] : []),
  ];
  const things = leftOut && !leftOut.of ? 'record' : 'incident';
  return `${formatNumber(total)} ${total === 1 ? things : `${things}s`}: ${parts.join(' · ')}`;
}

const sortable: [string, Column][] = [
  ['number', {label: 'Incident', align: 'left'}],
  ['priority', {label: 'Priority', align: 'left'}],
  ['service', {label: 'Service', align: 'left', isDetail: true}],
  ['assignment_group', {label: 'With', align: 'left', isDetail: true}],
  ['opened_at', {label: 'Opened', align: 'left', isDetail: true}],
  ['resolved_at', {label: 'Resolved', align: 'left', isDetail: true}],
  ['resolve_hours', {label: 'Time', align: 'right'}],
  ['is_sla_resolution_met', {label: 'Target', align: 'left'}],
];

function columnsOf(request: PageRequest): Column[] {
  return sortable.map(([name, column]) => {
    const isAscending = request.sort === name;
    const isDescending = request.sort === `-${name}`;
    return {
      ...column,
      sortHref: listHref({...request, sort: isAscending ? `-${name}` : name, page: 1}),
      ...(isAscending ? {sorted: 'ascending' as const} : {}),
      ...(isDescending ? {sorted: 'descending' as const} : {}),
    };
  });
}

function cellsOf(row: ListedIncident, zone: string): Cell[] {
  return [
    {
      text: row.number ?? row.record_key,
      href: incidentHref(row.record_key),
      detail: row.title ?? undefined,
    },
    {text: row.priority ?? '–'},
    {text: row.service ?? '–', detail: row.category ?? undefined},
    {text: row.assignment_group ?? '–', detail: row.assignee ?? undefined},
    {text: shortInstant(row.opened_at, zone), value: row.opened_at.getTime()},
    {
      text: row.resolved_at ? shortInstant(row.resolved_at, zone) : statusText(row.status),
      value: row.resolved_at?.getTime() ?? null,
    },
    {
      text: formatValue(row.resolve_hours ?? row.age_hours, 'hours'),
      value: row.resolve_hours ?? row.age_hours,
      detail: row.resolve_hours === null && row.age_hours !== null ? 'so far' : undefined,
    },
    {text: verdictText(row)},
  ];
}

export function statusText(status: string | null): string {
  return status === null ? '–' : status.replaceAll('_', ' ');
}

function verdictText({is_sla_resolution_met}: ListedIncident): string {
  if (is_sla_resolution_met === null) return '–';
  return is_sla_resolution_met ? 'met' : 'missed';
}

function pagerOf(list: IncidentList, request: PageRequest) {
  const first = (list.page - 1) * list.pageSize + 1;
  const last = Math.min(list.total, first + list.rows.length - 1);
  const page = (number: number) => listHref({...request, page: number});
  return {
    label: `${formatNumber(first)} – ${formatNumber(last)} of ${formatNumber(list.total)}`,
    previous: list.page > 1 ? page(list.page - 1) : null,
    next: list.page < list.pageCount ? page(list.page + 1) : null,
  };
}

function listHref(request: PageRequest): string {
  return `/incidents?${listQuery(request).toString()}`;
}

function listQuery(request: PageRequest): URLSearchParams {
  const {metric, excluded, period, where, sort, text, page = 1, choices} = request;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({metric, excluded, ...choices, period, sort, text}))
    if (value) query.set(name, value);
  for (const {dimension, values} of where)
    for (const value of values) query.append(dimension, value);
  if (page > 1) query.set('page', String(page));
  return query;
}

function downloadsOf(request: PageRequest, metric: Metric): Download[] {
  const isOfSet = Object.keys(request.choices ?? {}).length > 0;
  const isOfStage = (request.excluded || isOfSet) && !request.metric;
  const query = listQuery({...request, metric: isOfStage ? null : metric.id, page: 1});
  query.set('format', 'csv');
  return [{label: 'CSV', href: `/api/incidents?${query.toString()}`}];
}
