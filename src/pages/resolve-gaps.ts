import type {ChangeMark, TrendRow} from '../charts/chart.ts';
import {formatInterval, formatSize, formatValue} from '../charts/format.ts';
import {formatDay, formatPeriod} from '../charts/format-period.ts';
import type {Signal} from '../metrics/behaviour-chart.ts';
import {isCountOfEvents, isRare} from '../metrics/rare-count.ts';
import {t} from '../wording/t.ts';
import {eventsOf, gapReason, gapSignalWords, gapTitle, meanGap, streakIn} from './gap-words.ts';
import {capitalised, counted} from './headline-sentence.ts';
import {incidentHref, incidentsHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {betterGaps, readGaps, type Gaps} from './read-gaps.ts';
import {readKpi} from './read-kpi.ts';
import {proposal, resolveTrend} from './resolve-trend.ts';
import type {FigureBlock} from './figure-block.ts';
import type {Fact} from './fact.ts';
import type {Cell, ResolvedTable} from './resolved-table.ts';
import {shortInstant} from './short-instant.ts';

/** The days between rare events: a point each, as high as its distance from the one before. */
export async function resolveGaps(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'gaps'}>,
): Promise<FigureBlock | null> {
  const kpi = await readKpi(context, spec);
  if (!kpi) return null;
  if (!isCountOfEvents(kpi.metric) || !isRare(kpi.figures))
    return spec.ifRare ? null : resolveTrend(context, {...spec, block: 'trend'});
  const gaps = await readGaps(context, kpi);
  return gaps && gapFigure(gaps, {id: spec.id, zone: context.frame.zone});
}

function gapFigure(gaps: Gaps, {id, zone}: {id: string; zone: string}): FigureBlock {
  const {kpi, events, chart, range} = gaps;
  const {metric, where} = kpi;
  const title = gapTitle(gaps);
  const measure = t`Days between ${eventsOf(kpi)}`;
  const changes = changeMarks(gaps);
  return {
    kind: 'figure',
    id,
    title,
    subtitle: t`${measure}, ${events.length} since ${formatDay(events[0]?.on ?? '')}`,
    data: {chart: 'trend', rows: gapRows(gaps), ...(changes.length > 0 ? {changes} : {})},
    unit: 'days',
    target: null,
    range: chart.range,
    ariaLabel: `${measure}. ${title}`,
    note: gapNote(gaps),
    table: gapTable(gaps, zone),
    definitions: [{id: metric.id, label: metric.label, definition: metric.definition}],
    downloads: [
      {
        label: 'CSV',
        href: `/api${incidentsHref(metric.id, {period: range, where})}&format=csv`,
      },
    ],
  };
}

function changeMarks({breaks}: Gaps): ChangeMark[] {
  return breaks.map(({change}) => ({day: change.on, label: change.what}));
}

function gapRows({kpi, events, chart, openGap, untilOn}: Gaps): TrendRow[] {
  const untimed = events.filter(({days}) => days === null).length;
  const rows = events.map(({on, days, number}, index): TrendRow => {
    const place = index - untimed;
    return {
      ...{day: on, period: on, value: days, n: 1, isComplete: true, event: number},
      signal: chart.points[place]?.signal ?? 'none',
      ...(chart.ranges ? {range: chart.ranges[place] ?? null} : {}),
    };
  });
  const open: TrendRow = {
    ...{day: untilOn, period: untilOn, value: openGap.days, n: 0, isComplete: false},
    ...{signal: openSignal({kpi, openGap}), event: sinceText(untilOn)},
    ...(chart.ranges ? {range: chart.range} : {}),
  };
  return [...rows, open];
}

function sinceText(untilOn: string): string {
  return t`since the last, by ${formatDay(untilOn)}`;
}

/** Of the time since the last one, which can only be long. */
function openSignal({kpi, openGap}: Pick<Gaps, 'kpi' | 'openGap'>): Signal {
  const better = betterGaps(kpi.metric);
  if (!openGap.isLong || better === null) return 'none';
  return better === 'higher' ? 'better' : 'worse';
}

function gapNote(gaps: Gaps): Fact[] {
  const {kpi, events, range, breaks, untilOn, openGap} = gaps;
  const {metric, where} = kpi;
  const since = breaks.at(-1)?.change;
  const anew = since ? t` It starts anew on ${formatDay(since.on)}: ${since.what}.` : '';
  const streak = streakIn(gaps);
  const reason = streak ? ` ${capitalised(gapReason(streak.point))}.` : '';
  const open = t`${formatValue(openGap.days, 'days')} since the last, by ${formatDay(untilOn)}`;
  const long = openGap.isLong ? t`${open}: longer than any usual gap.` : `${open}.`;
  return [
    {text: `${usualText(gaps)}${anew}${reason} ${long} `},
    {
      text: `${capitalised(formatPeriod(range))}, ${formatSize(events.length)}`,
      href: incidentsHref(metric.id, {period: range, where}),
    },
    {text: '. ', isOnlyLink: true},
    ...(streak?.point.signal === 'worse' ? [proposal(kpi)] : []),
  ];
}

function usualText({chart}: Gaps): string {
  const {range, baselineCount, isTrial} = chart;
  if (!range) return t`Too few gaps for a usual range: it takes six.`;
  const interval = formatInterval(range.lower, range.upper, 'days');
  const centre = formatValue(range.centre, 'days');
  const basis = counted(baselineCount, 'gap');
  return isTrial
    ? t`Usual range ${interval} around ${centre}, from ${basis}, a first guess.`
    : t`Usual range ${interval} around ${centre}, from ${basis}.`;
}

function gapTable(gaps: Gaps, zone: string): ResolvedTable {
  const {events, chart} = gaps;
  const untimed = events.filter(({days}) => days === null).length;
  const rows = events.map(({recordKey, number, title, service, at, days}, index): Cell[] => {
    const point = chart.points[index - untimed];
    return [
      {text: number, href: incidentHref(recordKey), detail: title ?? undefined},
      {text: service ?? '–'},
      {text: shortInstant(at, zone), value: at.getTime()},
      {text: formatValue(days, 'days'), value: days},
      point
        ? {text: gapSignalWords(point), signal: point.signal, detail: gapReason(point) || undefined}
        : {text: '–'},
    ];
  });
  return {
    columns: [
      {label: t`Incident`, align: 'left'},
      {label: t`Service`, align: 'left', isDetail: true},
      {label: t`When`, align: 'left', isDetail: true},
      {label: t`Days since the one before`, align: 'right'},
      {label: t`Signal`, align: 'left'},
    ],
    rows: [...rows, openCells(gaps)].reverse(),
    ...(events.length > 1 ? {footer: meanCells(gaps)} : {}),
  };
}

function openCells({kpi, openGap, untilOn}: Gaps): Cell[] {
  const signal = openSignal({kpi, openGap});
  return [
    {text: capitalised(sinceText(untilOn))},
    {text: ''},
    {text: ''},
    {text: formatValue(openGap.days, 'days'), value: openGap.days},
    openGap.isLong ? {text: t`longer than usual`, signal} : {text: ''},
  ];
}

function meanCells(gaps: Gaps): Cell[] {
  const mean = meanGap(gaps);
  const value: Cell = {text: formatValue(mean, 'days'), value: mean};
  return [{text: t`Mean`}, {text: ''}, {text: ''}, value, {text: ''}];
}
