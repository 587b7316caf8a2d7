import type {ChangeMark} from '../charts/chart.ts';
import {
  formatInterval,
  formatNumber,
  formatSize,
  formatValue,
  intervalLabel,
} from '../charts/format.ts';
import {formatDay, formatPeriod} from '../charts/format-period.ts';
import {reasonWords, signalWords} from '../metrics/verdict.ts';
import {capitalised, standsOut, worseFirst} from './headline-sentence.ts';
import {subjectOf} from './subject.ts';
import type {Kpi} from './kpi.ts';
import {figureText, kpiLabel, missesTarget, readKpi, targetText, trendRows} from './read-kpi.ts';
import {incidentsHref, metricDownloads, proposeOnFigureHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {provisionalNote, provisionalText} from './provisional.ts';
import type {Fact} from './fact.ts';
import type {FigureBlock} from './figure-block.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import type {ResolvedTable} from './resolved-table.ts';
import {t} from '../wording/t.ts';
import {byPeriod, periodsText} from './grain-words.ts';
import {noteText} from './note-text.ts';

/** The history of one metric with its usual range. */
export async function resolveTrend(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'trend'}>,
): Promise<FigureBlock | null> {
  const kpi = await readKpi(context, spec);
  return kpi && context.period ? trendFigure(kpi, context.period, spec.id) : null;
}

/** The history of whichever key figure has left what is usual the most; else of the first one. */
export async function resolveStrongestSignal(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'strongest signal'}>,
): Promise<FigureBlock | null> {
  const kpis = (await context.kpis()).filter(({current}) => current.value !== null);
  const strongest = kpis.filter(standsOut).sort(worseFirst)[0] ?? kpis[0];
  return strongest && context.period ? trendFigure(strongest, context.period, spec.id) : null;
}

function trendFigure(kpi: Kpi, period: ResolvedPeriod, id: string): FigureBlock {
  const {metric, chart, figures, target, where, current} = kpi;
  const goal = target && {value: target.goal, label: t`Target ${targetText(target, metric)}`};
  const from = figures[0]?.from ?? period.from;
  return {
    kind: 'figure',
    id,
    title: trendTitle(kpi),
    subtitle: [
      kpiLabel(kpi),
      byPeriod(period.grain),
      periodsText(figures.length, period.grain),
    ].join(', '),
    data: {
      chart: 'trend',
      rows: trendRows(figures, chart),
      ...(kpi.breaks.length > 0 ? {changes: changeMarks(kpi)} : {}),
    },
    unit: metric.unit,
    target: goal,
    range: chart.range,
    ariaLabel: t`${kpiLabel(kpi)} ${byPeriod(period.grain)}: ${figureText(current)} in ${formatPeriod(period.id)}, ${signalWords(kpi.point)}`,
    note: trendNote(kpi, period),
    table: trendTable(kpi),
    definitions: [{id: metric.id, label: metric.label, definition: metric.definition}],
    downloads: metricDownloads(metric.id, {grain: period.grain, from, to: period.to, where}),
  };
}

function changeMarks({breaks, figures}: Kpi): ChangeMark[] {
  return breaks.map(({place, change}) => ({
    day: figures[place]?.from ?? change.on,
    label: change.what,
  }));
}

/** The finding: what the last point does against the range, or how it stands. */
function trendTitle(kpi: Kpi): string {
  const {current, point, metric} = kpi;
  const subject = capitalised(subjectOf(kpi));
  if (current.value === null)
    return t`${subject}: ${current.note === null ? t`nothing to count` : noteText(current.note)}`;
  const printed = formatValue(current.value, metric.unit);
  const value = [printed, provisionalText(current)].filter((text) => text !== '').join(', ');
  if (!current.isComplete) return t`${subject} stands at ${printed} so far`;
  if (!point || point.signal === 'too few') return t`${subject} was ${value}`;
  if (point.side === null) return t`${subject} varied as usual: ${value}`;
  return t`${subject} is ${signalWords(point)}: ${value}`;
}

function trendNote(kpi: Kpi, period: ResolvedPeriod): Fact[] {
  const {chart, metric, point, where, current, figures} = kpi;
  const {range} = chart;
  const usual = range ? usualText(kpi, range, period) : noRangeText(kpi);
  const since = kpi.breaks.at(-1);
  const anew = since
    ? t` It starts anew on ${formatDay(since.change.on)}: ${since.change.what}.`
    : '';
  const provisional = provisionalNote(figures);
  const reason = point && point.rules.length > 0 ? ` ${capitalised(reasonWords(point))}.` : '';
  return [
    {text: `${usual}${anew}${reason} `},
    {
      text: `${capitalised(formatPeriod(current.period))}, ${formatSize(current.n)}`,
      href: incidentsHref(metric.id, {period: current.period, where}),
    },
    ...sentenceEnd(provisional),
    ...(point?.signal === 'worse' || missesTarget(kpi) ? [proposal(kpi)] : []),
  ];
}

function noRangeText({isRare}: Kpi): string {
  return isRare
    ? t`Mostly none or one a period, which has no usual range: the days between them tell more.`
    : t`Too few periods for a usual range.`;
}

/** Offered where the figure asks for one: what varies as usual within its target doesn't. */
export function proposal({metric, current, where}: Kpi): Fact {
  const href = proposeOnFigureHref(metric.id, {period: current.period, where});
  return {text: t`Propose action`, href, isOnlyLink: true};
}

/** A full stop where something follows: the legend, or the link that a pack leaves out. */
function sentenceEnd(legend: readonly Fact[]): Fact[] {
  if (legend.length === 0) return [{text: '. ', isOnlyLink: true}];
  return [{text: '.'}, ...legend, {text: ' ', isOnlyLink: true}];
}

function usualText(
  {chart, metric}: Kpi,
  range: NonNullable<Kpi['chart']['range']>,
  {grain}: ResolvedPeriod,
): string {
  const interval = formatInterval(range.lower, range.upper, metric.unit);
  const centre = formatValue(range.centre, metric.unit);
  const basis = periodsText(chart.baselineCount, grain);
  return chart.isTrial
    ? t`Usual range ${interval} around ${centre}, from ${basis}, a first guess.`
    : t`Usual range ${interval} around ${centre}, from ${basis}.`;
}

function trendTable({metric, figures, chart, where}: Kpi): ResolvedTable {
  return {
    columns: [
      {label: t`Period`, align: 'left'},
      {label: metric.label, align: 'right'},
      {label: intervalLabel(), align: 'right', isDetail: true},
      {label: 'n', align: 'right'},
      {label: t`Signal`, align: 'left', isDetail: true},
    ],
    rows: figures
      .map((figure, index) => {
        const point = chart.points[index] ?? null;
        return [
          {
            text: capitalised(formatPeriod(figure.period)),
            href: incidentsHref(metric.id, {period: figure.period, where}),
            detail: figure.isComplete ? undefined : t`still running`,
          },
          {
            text: figureText(figure),
            value: figure.value,
            detail: provisionalText(figure) || undefined,
          },
          {text: formatInterval(figure.low, figure.high, metric.unit, figure.value)},
          {text: formatNumber(figure.n), value: figure.n},
          {text: signalWords(point), signal: point?.signal ?? ('none' as const)},
        ];
      })
      .reverse(),
  };
}
