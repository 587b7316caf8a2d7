import {formatNumber} from '../charts/format.ts';
import {formatPeriod} from '../charts/format-period.ts';
import {UserError} from '../base/user-error.ts';
import {incidentList, type IncidentList} from '../metrics/incident-list.ts';
import {readCandidateSet} from '../metrics/candidate-set.ts';
import {checkedReason, leftOutDimensions} from '../metrics/left-out-list.ts';
import type {Metric} from '../metrics/metric.ts';
import {readQueueSet} from '../metrics/queue-set.ts';
import {readSlaSet} from '../metrics/sla-set.ts';
import {knownPeriod} from '../metrics/selection.ts';
import {candidateSetWords, type SetWords} from './candidate-set-words.ts';
import {chosenColumns, type IncidentColumn} from './incident-list-columns.ts';
import {definitionHref} from './link.ts';
import {listControls} from './list-controls.ts';
import type {ListControlsBlock} from './list-controls-block.ts';
import {listHref, listQuery} from './list-address.ts';
import {leftOutLabel} from './left-out-words.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext, PageRequest} from './page-context.ts';
import {queueSetWords} from './queue-set-words.ts';
import {slaMetric, slaSetLabel, slaSetLede} from './sla-set-words.ts';
import type {HeadlineBlock} from './headline-block.ts';
import type {Column} from './resolved-table.ts';
import type {Download, TableBlock} from './table-block.ts';
import {valueWords} from './value-words.ts';

type ListSpec = Extract<BlockSpec, {block: 'incident list'}>;

/** The incidents behind a number, a page at a time, in the order asked for. */
export async function resolveIncidentList(
  context: PageContext,
  spec: ListSpec,
): Promise<[HeadlineBlock, ListControlsBlock, TableBlock]> {
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
  const columns = chosenColumns(request.columns ?? []);
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
      columns: columnsOf(columns, request),
      rows: list.rows.map((row) => columns.map(({cell}) => cell(row, context.frame.zone))),
    },
    note: [],
    downloads: downloadsOf(request, metric),
    ...(list.pageCount > 1 ? {pager: pagerOf(list, request)} : {}),
  };
  return [headline, listControls(context, metric), table];
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
      const named = values.map((value) => valueWords(dimension, value)).join(' or ');
      return `${catalogue.dimension(dimension)?.label ?? dimension} ${named}`;
    }),
    ...(text ? [`with “${text}”`] : []),
  ];
  const things = leftOut && !leftOut.of ? 'record' : 'incident';
  return `${formatNumber(total)} ${total === 1 ? things : `${things}s`}: ${parts.join(' · ')}`;
}

function columnsOf(columns: readonly IncidentColumn[], request: PageRequest): Column[] {
  return columns.map(({id, column}) => {
    const isAscending = request.sort === id;
    const isDescending = request.sort === `-${id}`;
    // What is looked for among numbers and times is the most and the newest, as in tables of other pages.
    const isFirstDescending = column.align === 'right' || id.endsWith('_at');
    const isNextDescending = isFirstDescending ? !isDescending : isAscending;
    return {
      ...column,
      sortHref: listHref({...request, sort: isNextDescending ? `-${id}` : id, page: 1}),
      ...(isAscending ? {sorted: 'ascending' as const} : {}),
      ...(isDescending ? {sorted: 'descending' as const} : {}),
    };
  });
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

function downloadsOf(request: PageRequest, metric: Metric): Download[] {
  const isOfSet = Object.keys(request.choices ?? {}).length > 0;
  const isOfStage = (request.excluded || isOfSet) && !request.metric;
  const query = listQuery({...request, metric: isOfStage ? null : metric.id, columns: [], page: 1});
  query.set('format', 'csv');
  return [{label: 'CSV', href: `/api/incidents?${query.toString()}`}];
}
