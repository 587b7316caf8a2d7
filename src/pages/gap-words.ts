import {formatDay, formatPeriod} from '../charts/format-period.ts';
import {formatValue} from '../charts/format.ts';
import type {JudgedPoint} from '../metrics/behaviour-chart.ts';
import type {Rule} from '../metrics/signal-rules.ts';
import {phrase, t, translated} from '../wording/t.ts';
import {capitalised, counted} from './headline-sentence.ts';
import type {Kpi} from './kpi.ts';
import type {Gaps} from './read-gaps.ts';

const nouns: Record<string, string> = {
  major_count: phrase`major incidents`,
  opened: phrase`incidents`,
  resolved: phrase`resolutions`,
  reopened: phrase`reopenings`,
};

/** What the events of a count are called: `major incidents`, `incidents (P1)`. */
export function eventsOf({metric, part}: Pick<Kpi, 'metric' | 'part'>): string {
  const noun = nouns[metric.id];
  const of = part.flatMap(({values}) => values).join(' ');
  const events = noun === undefined ? t`events of “${metric.label}”` : translated(noun);
  return of === '' ? events : `${events} (${of})`;
}

/** `48 days`; below two days in hours. */
export function daysText(days: number): string {
  return days < 2 ? formatValue(days * 24, 'hours') : counted(Math.round(days), 'day');
}

/** What a gap's verdict is called: of events, not of a figure. */
export function gapSignalWords(point: JudgedPoint | null): string {
  if (point?.side === 'below') return t`more often than usual`;
  if (point?.side === 'above') return t`less often than usual`;
  return point?.signal === 'common' ? t`as usual` : t`too few to say`;
}

/** Why a gap stands out: the strongest reason; empty where it doesn't. */
export function gapReason({rules, side}: JudgedPoint): string {
  const isLong = side === 'above';
  const rule: Rule | undefined = rules[0];
  switch (rule) {
    case undefined:
      return '';
    case 'outside':
      return isLong ? t`longer than any usual gap` : t`shorter than any usual gap`;
    case 'two of three':
      return isLong
        ? t`two of three gaps near the longest usual one`
        : t`two of three gaps near the shortest usual one`;
    case 'run':
      return isLong
        ? t`seven gaps in a row longer than the middle one`
        : t`seven gaps in a row shorter than the middle one`;
    case 'trend':
      return isLong
        ? t`seven gaps in a row, each longer than the one before`
        : t`seven gaps in a row, each shorter than the one before`;
  }
}

/** The finding: what the events of the period say, or that there were none. */
export function gapTitle(gaps: Gaps): string {
  const {kpi, events, openGap, chart} = gaps;
  const named = capitalised(eventsOf(kpi));
  const [only, second] = events;
  if (only && !second) return t`${named}: one, on ${formatDay(only.on)}`;
  if (openGap.isLong) return t`${named}: none for ${daysText(openGap.days)}, longer than usual`;
  if (!events.some(({on}) => on >= kpi.current.from)) return quietTitle(gaps, named);
  const streak = streakIn(gaps);
  if (streak) return streakTitle(streak, named);
  const every = daysText(meanGap(gaps));
  return chart.range
    ? t`${named} came every ${every} on average, as usual`
    : t`${named} came every ${every} on average`;
}

/** None in the period, which is no news where the events are rare. */
function quietTitle({kpi, openGap, chart}: Gaps, named: string): string {
  const period = formatPeriod(kpi.current.period);
  const since = daysText(openGap.days);
  return chart.range
    ? t`${named}: none in ${period}, ${since} since the last, as usual`
    : t`${named}: none in ${period}, ${since} since the last`;
}

/** Mean of the gaps shown, since the last dated change: what the events come at. */
export function meanGap({events, chart}: Gaps): number {
  const gaps = events.flatMap(({days}) => days ?? []).slice(chart.stretches.at(-1)?.from ?? 0);
  return gaps.reduce((sum, days) => sum + days, 0) / gaps.length;
}

/** Gaps in a row that stand out on one side. */
interface Streak {
  side: 'above' | 'below';
  count: number;
  days: number;
  /** Of the newest of them. */
  point: JudgedPoint;
}

/** The newest streak that reaches into the period; events too close come before those far apart. */
export function streakIn({events, chart, kpi}: Gaps): Streak | null {
  const gaps = events.filter(({days}) => days !== null);
  const places = [...gaps.keys()].filter((place) => (gaps[place]?.on ?? '') >= kpi.current.from);
  const newest = (side: Streak['side']) =>
    places.findLast((place) => chart.points[place]?.side === side);
  const end = newest('below') ?? newest('above');
  const point = end === undefined ? undefined : chart.points[end];
  if (end === undefined || !point?.side) return null;
  const before = chart.points.slice(0, end + 1).findLastIndex(({side}) => side !== point.side);
  const all = gaps.slice(before + 1, end + 1);
  const days = all.reduce((sum, gap) => sum + (gap.days ?? 0), 0);
  return {side: point.side, count: all.length, days, point};
}

function streakTitle({side, count, days}: Streak, named: string): string {
  const stretch = daysText(days);
  return side === 'below'
    ? t`${named} came more often than usual: ${count + 1} in ${stretch}`
    : t`${named} came less often than usual: ${count} in ${stretch}`;
}
