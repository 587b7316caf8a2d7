import {formatNumber, formatValue} from '../charts/format.ts';
import {formatInstant} from '../charts/format-period.ts';
import {compareValues} from '../metrics/dimension.ts';
import {
  riskBands,
  type RiskBand,
  type RiskCount,
  type RunningClock,
} from '../metrics/sla-at-risk.ts';
import type {Frame} from '../metrics/frame.ts';
import type {SlaKind} from '../metrics/sla-incidents.ts';
import {momentText} from '../metrics/sla-moment.ts';
import {incidentHref, pageHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {FormBlock} from './form-block.ts';
import type {Fact} from './fact.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {withPriority} from './resolve-sla-compliance.ts';
import {shortInstant} from './short-instant.ts';
import {pageAtRisk} from './sla-answers.ts';
import {atRiskHref} from './sla-link.ts';
import {bandLabel, kindLabel, targetTime, workingTime} from './sla-words.ts';

type Spec<Name extends BlockSpec['block']> = Extract<BlockSpec, {block: Name}>;

/** Which moment the running clocks below are looked at; any moment of the data can be named. */
export async function resolveSlaMoment(
  context: PageContext,
  {id}: Spec<'sla moment'>,
): Promise<FormBlock> {
  const {frame, period, request} = context;
  const {at, isNow} = await pageAtRisk(context);
  const said = Object.entries(request.choices ?? {});
  const choices = Object.fromEntries(said.filter(([name]) => name !== 'at'));
  const filters = request.where.flatMap(({dimension, values}) =>
    values.map((value): [string, string] => [dimension, value]),
  );
  const state = {period: period?.id ?? null, where: request.where, choices};
  return {
    kind: 'form',
    id,
    title: `Open incidents on ${formatInstant(at, frame.zone)}`,
    subtitle: isNow
      ? 'The data’s own now. Clocks of any earlier moment can be looked at as they stood.'
      : 'As they stood then: what happened later is not counted. Incidents cancelled since have no clock.',
    action: '/sla',
    hidden: [
      ...(period ? [['period', period.id] as [string, string]] : []),
      ...filters,
      ...Object.entries(choices),
    ],
    fields: [
      {
        name: 'at',
        label: 'Moment',
        input: 'datetime-local',
        value: momentText(at, frame.zone),
        max: momentText(frame.asOf, frame.zone),
      },
    ],
    submit: 'Show',
    reset: isNow ? null : {label: 'Back to now', href: pageHref('/sla', state)},
  };
}

/** Running clocks of a kind by the share of their target that is used, a row a priority. */
export async function resolveSlaAtRisk(
  context: PageContext,
  {id, kind}: Spec<'sla at risk'>,
): Promise<TableBlock> {
  const {counts} = await pageAtRisk(context);
  const own = counts.filter((count) => count.kind === kind);
  const priorities = [...new Set(own.map(({priority}) => priority))].sort((a, b) =>
    compareValues('priority', a, b),
  );
  return {
    kind: 'table',
    id,
    title: riskTitle(own, kind),
    subtitle: `Of open incidents, by the share of their ${kind} target that is used; stopped clocks included`,
    table: {
      columns: [
        {label: 'Priority', align: 'left'},
        ...riskBands.map((band) => ({label: shortBand(band), align: 'right' as const})),
        {label: 'All', align: 'right', isDetail: true},
      ],
      rows: priorities.map((priority) => [
        {text: priority ?? 'Not filled'},
        ...bandCells(
          own.filter((count) => count.priority === priority),
          withPriority(context, priority),
          kind,
        ),
      ]),
      ...(priorities.length > 1
        ? {footer: [{text: 'Together'}, ...bandCells(own, context, kind)]}
        : {}),
    },
    note: [],
    downloads: [],
  };
}

function shortBand(band: RiskBand): string {
  return band === 'breached' ? 'past' : bandLabel(band);
}

function bandCells(counts: readonly RiskCount[], context: PageContext, kind: SlaKind): Cell[] {
  const cell = (count: number, band: RiskBand | null): Cell =>
    count === 0
      ? {text: '–', value: 0}
      : {
          text: formatNumber(count),
          value: count,
          href: atRiskHref(context, {kind, band}),
          ...(band === 'breached' ? {signal: 'worse' as const} : {}),
        };
  return [
    ...riskBands.map((band) => cell(sumOf(counts.filter((each) => each.band === band)), band)),
    cell(sumOf(counts), null),
  ];
}

function sumOf(counts: readonly RiskCount[]): number {
  return counts.reduce((sum, {count}) => sum + count, 0);
}

function riskTitle(counts: readonly RiskCount[], kind: SlaKind): string {
  const past = sumOf(counts.filter(({band}) => band === 'breached'));
  const near = sumOf(counts.filter(({band}) => band === '75-90' || band === '90-100'));
  const all = sumOf(counts);
  if (all === 0) return `No open incident with a ${kind} clock`;
  if (past + near === 0)
    return `None of ${formatNumber(all)} ${kind} clocks has used three quarters`;
  const parts = [
    ...(past > 0 ? [`${formatNumber(past)} past their target`] : []),
    ...(near > 0 ? [`${formatNumber(near)} beyond three quarters`] : []),
  ];
  return `${kindLabel(kind)}: ${parts.join(', ')}, of ${formatNumber(all)}`;
}

/** Which clocks break next, soonest first; what is past its target already is counted beside. */
export async function resolveSlaDue(
  context: PageContext,
  {id, top}: Spec<'sla due'>,
): Promise<TableBlock | null> {
  const {clocks, counts} = await pageAtRisk(context);
  const ahead = clocks.filter(({band}) => band !== 'breached');
  if (ahead.length === 0) return null;
  const aheadCount = sumOf(counts.filter(({band}) => band !== 'breached'));
  const shown = ahead.slice(0, top);
  return {
    kind: 'table',
    id,
    title: dueTitle(shown[0], context),
    subtitle: `Clocks that are not past their target, soonest due first, stopped ones last: ${formatNumber(shown.length)} of ${formatNumber(aheadCount)}`,
    table: {
      columns: [
        {label: 'Incident', align: 'left'},
        {label: 'Priority', align: 'left'},
        {label: 'Target', align: 'left', isDetail: true},
        {label: 'With', align: 'left', isDetail: true},
        {label: 'Used', align: 'right'},
        {label: 'Left', align: 'right', isDetail: true},
        {label: 'Due', align: 'left'},
      ],
      rows: shown.map((clock) => dueCells(clock, context)),
    },
    note: pastNote(counts, context),
    downloads: [{label: 'CSV', href: apiHref(context)}],
  };
}

function dueCells(clock: RunningClock, {frame}: PageContext): Cell[] {
  const {used_share, remaining_seconds, due_at, is_paused, status} = clock;
  return [
    {
      text: clock.number ?? clock.record_key,
      href: incidentHref(clock.record_key),
      detail: clock.title ?? undefined,
    },
    {text: clock.priority ?? '–', phoneDetail: clock.kind === 'response' ? 'response' : undefined},
    {
      text: kindLabel(clock.kind),
      detail: `${targetTime(clock.target_seconds)}, ${clock.calendar}`,
    },
    {text: clock.assignment_group ?? 'Nobody'},
    {text: formatValue(used_share, 'share'), value: used_share, share: used_share},
    {text: workingTime(remaining_seconds), value: remaining_seconds},
    is_paused
      ? {text: 'paused', detail: status?.replaceAll('_', ' ')}
      : {text: dueText(due_at, frame), value: due_at?.getTime() ?? null},
  ];
}

/** Most are due within the year of the data. */
function dueText(due: Date | null, {asOf, zone}: Frame): string {
  const year = shortInstant(asOf, zone).slice(-11, -7);
  return shortInstant(due, zone).replace(`\u00a0${year},`, ',');
}

function dueTitle(first: RunningClock | undefined, {frame}: PageContext): string {
  if (!first?.due_at) return 'Every clock is stopped';
  return `${first.number ?? first.record_key} is due next: ${dueText(first.due_at, frame)}`;
}

function pastNote(counts: readonly RiskCount[], context: PageContext): Fact[] {
  const facts = (['resolution', 'response'] as const).flatMap((kind): Fact[] => {
    const past = sumOf(counts.filter((each) => each.kind === kind && each.band === 'breached'));
    if (past === 0) return [];
    const href = atRiskHref(context, {kind, band: 'breached'});
    return [{text: `${formatNumber(past)} ${kind}`, href}, {text: ' '}];
  });
  return facts.length === 0 ? [] : [{text: 'Already past their target: '}, ...facts];
}

function apiHref({request}: PageContext): string {
  const at = request.choices?.at;
  return pageHref('/api/sla/at-risk', {
    where: request.where,
    choices: {...(at ? {at} : {}), format: 'csv'},
  });
}
