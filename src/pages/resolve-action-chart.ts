import type {TrendRow, UsualStretch} from '../charts/chart.ts';
import {formatInterval, formatNumber, formatValue} from '../charts/format.ts';
import {formatDay, formatDayRange} from '../charts/format-period.ts';
import type {VerifiedWeek} from '../improvement/verification.ts';
import type {ActionVerification} from '../improvement/verify-actions.ts';
import {
  behaviourChart,
  behaviourOptionsFor,
  type BehaviourChart,
} from '../metrics/behaviour-chart.ts';
import type {Metric} from '../metrics/metric.ts';
import type {Action} from '../register/action.ts';
import {addDays} from '../time/period.ts';
import {noActions} from './action-register.ts';
import {aimedText, effectWords, latestOf, metricOf, segmentText, unitOf} from './action-words.ts';
import {capitalised} from './headline-sentence.ts';
import type {PageContext} from './page-context.ts';
import {actionOf} from './resolve-action.ts';
import type {FigureBlock} from './figure-block.ts';
import type {ResolvedTable} from './resolved-table.ts';

/** The measure week by week with the day marked, and both stretches with their usual ranges. */
export function resolveActionChart(context: PageContext, id: string): FigureBlock | null {
  const action = actionOf(context);
  const {catalogue, register = noActions, frame} = context;
  const metric = metricOf(action, catalogue);
  const found = latestOf(register, action);
  if (metric === null || found === null || found.evidence.weeks.length < 2) return null;
  const {weeks, before, after} = found.evidence;
  const {charts, rows} = judged(weeks, metric, action);
  const label = `${metric.label}, ${segmentText(action)}`;
  return {
    kind: 'figure',
    id,
    title: chartTitle(found, context, action),
    subtitle: `${label}, by week: ${formatDayRange(before.from, before.to)} against ${after.from === after.to ? 'the weeks to come' : formatDayRange(after.from, after.to)}`,
    data: {
      chart: 'stretches',
      rows,
      stretches: charts.flatMap(stretchOf),
      marks: [{day: action.effectOn, label: 'effect expected', isDecision: true}],
    },
    unit: metric.unit,
    target:
      metric.unit === 'count'
        ? null
        : {
            value: action.targetValue,
            label: `Target ${aimedText(action.targetValue, metric.unit)}`,
          },
    range: null,
    ariaLabel: `${label} by week to ${formatDay(frame.asOfOn)}: ${found.verdict}`,
    note: [{text: noteOf(charts, metric.unit)}],
    table: tableOf(rows, metric),
    definitions: [{id: metric.id, label: metric.label, definition: metric.definition}],
    downloads: [],
  };
}

interface Side {
  label: string;
  part: readonly VerifiedWeek[];
  chart: BehaviourChart;
}

function stretchOf({label, part, chart}: Side): UsualStretch[] {
  const [first, last] = [part[0], part.at(-1)];
  if (!first || !last || chart.range === null) return [];
  return [{from: first.day, to: last.day, ...chart.range, label}];
}

function noteOf(charts: readonly Side[], unit: FigureBlock['unit']): string {
  const told = charts.flatMap(({label, part, chart: {range, isTrial}}) =>
    range === null
      ? part.length === 0
        ? []
        : [`too few weeks for what is ${label}`]
      : [
          `${label} ${formatInterval(range.lower, range.upper, unit)} around ${formatValue(range.centre, unit)}, the middle of ${part.length} weeks${isTrial ? ' and a first guess' : ''}`,
        ],
  );
  return told.length === 0
    ? ''
    : `Shaded: ${told.join('; ')}. Limits are made anew from that day on.`;
}

function chartTitle(found: ActionVerification, context: PageContext, action: Action): string {
  const {verdict, evidence} = found;
  const unit = unitOf(action, context.catalogue);
  return evidence.effect === null
    ? `${capitalised(verdict)}: ${evidence.reason.charAt(0).toLowerCase()}${evidence.reason.slice(1).replace(/\.$/, '')}`
    : `${capitalised(verdict)}: ${effectWords(evidence, unit)}`;
}

/** Each stretch against its own usual range. */
function judged(
  weeks: readonly VerifiedWeek[],
  metric: Metric,
  action: Action,
): {charts: Side[]; rows: TrendRow[]} {
  const sides = {
    'usual before': weeks.filter(({day}) => addDays(day, 7) <= action.effectOn),
    'usual since': weeks.filter(({day}) => day >= action.effectOn),
  };
  const charts = Object.entries(sides).map(([label, part]) => ({
    label,
    part,
    chart: behaviourChart(
      part.map((week) => ({...week, isComplete: true})),
      {...behaviourOptionsFor(metric), baseline: 'all'},
    ),
  }));
  const signals = new Map(
    charts.flatMap(({part, chart}) =>
      part.map(({day}, place) => [day, chart.points[place]?.signal ?? 'none'] as const),
    ),
  );
  const rows = weeks.map((week) => ({
    ...week,
    signal: signals.get(week.day) ?? ('none' as const),
    isComplete: true,
  }));
  return {charts, rows};
}

function tableOf(rows: readonly TrendRow[], metric: Metric): ResolvedTable {
  return {
    columns: [
      {label: 'Week', align: 'left'},
      {label: metric.label, align: 'right'},
      {label: 'n', align: 'right'},
    ],
    rows: rows.map(({period, value, n}) => [
      {text: period},
      {text: formatValue(value, metric.unit), value},
      {text: formatNumber(n), value: n},
    ]),
  };
}
