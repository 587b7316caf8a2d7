import {formatNumber} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import type {DayRow} from '../charts/chart.ts';
import type {DayCurve, DaySoFar} from '../metrics/day-so-far.ts';
import {definitionsOf} from './definitions-of.ts';
import {incidentsHref, metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {pageToday} from './queue-answers.ts';
import type {FigureBlock} from './figure-block.ts';

/** The day that lasts against the same weekday of the weeks before, up to the same time of day. */
export async function resolveToday(
  context: PageContext,
  {id, weeks}: Extract<BlockSpec, {block: 'queue today'}>,
): Promise<FigureBlock | null> {
  const day = await pageToday(context, weeks);
  const {today, before, hour} = day;
  if (before.length === 0) return null;
  const {request, catalogue} = context;
  const href = (on: string) => incidentsHref('opened', {period: on, where: request.where});
  return {
    kind: 'figure',
    id,
    title: titleOf(day),
    subtitle: `Opened by ${timeText(hour)}, ${weekdayOf(today.day)} ${formatDay(today.day)}, over the ${formatNumber(before.length)} before it`,
    data: {chart: 'day curve', rows: [...before.flatMap(whole), ...soFar(today, hour)]},
    unit: 'count',
    target: null,
    range: null,
    ariaLabel: `Incidents opened by hour: ${today.soFar} so far; ${before.map(({soFar: by}) => by).join(', ')} by the same time of the same weekdays before.`,
    note: [],
    table: {
      columns: [
        {label: 'Day', align: 'left'},
        {label: `By ${timeText(hour)}`, align: 'right'},
        {label: 'Whole day', align: 'right'},
      ],
      rows: [today, ...before].map((curve) => [
        {text: formatDay(curve.day)},
        {text: formatNumber(curve.soFar), value: curve.soFar},
        curve === today
          ? {text: 'still running', href: href(curve.day)}
          : {
              text: formatNumber(curve.counts.at(-1) ?? 0),
              value: curve.counts.at(-1) ?? 0,
              href: href(curve.day),
            },
      ]),
    },
    definitions: definitionsOf(catalogue, ['opened']),
    downloads: metricDownloads('opened', {
      ...{grain: 'day', from: before.at(-1)?.day ?? today.day, to: null},
      where: request.where,
    }),
  };
}

/** No verdict: eight days are too few for one. What is more than all of them, or less, is told as that. */
function titleOf({today, before}: DaySoFar): string {
  const counts = before.map(({soFar: count}) => count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const day = weekdayOf(today.day);
  const range =
    least === most ? formatNumber(most) : `${formatNumber(least)} to ${formatNumber(most)}`;
  const said = `${formatNumber(today.soFar)} opened so far`;
  const of = `the last ${formatNumber(before.length)} ${day}s`;
  if (before.length < 4) return `${said}; ${range} by this time of ${of}`;
  if (today.soFar > most) return `${said}: more than on any of ${of} (${range})`;
  if (today.soFar < least) return `${said}: fewer than on any of ${of} (${range})`;
  return `${said}, within the ${range} of ${of}`;
}

function whole({day, counts}: DayCurve): DayRow[] {
  const points = counts.map((count, index) => ({day, hour: index + 1, count, isToday: false}));
  return [{day, hour: 0, count: 0, isToday: false}, ...points];
}

function soFar({day, counts, soFar: count}: DayCurve, hour: number): DayRow[] {
  const past = counts.slice(0, Math.floor(hour));
  const points = past.map((each, index) => ({day, hour: index + 1, count: each, isToday: true}));
  return [{day, hour: 0, count: 0, isToday: true}, ...points, {day, hour, count, isToday: true}];
}

function timeText(hour: number): string {
  const minutes = Math.round(hour * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function weekdayOf(day: string): string {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  return names[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}
