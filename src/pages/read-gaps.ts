import {dayRangeId} from '../metrics/selection.ts';
import {breaksOf, type Break} from '../metrics/dated-changes.ts';
import {gapChart, type GapChart} from '../metrics/gap-chart.ts';
import {incidentList, type ListedIncident} from '../metrics/incident-list.ts';
import type {Metric} from '../metrics/metric.ts';
import {addDays} from '../time/period.ts';
import {endOfPeriod, localDay} from './end-of-period.ts';
import type {Kpi} from './kpi.ts';
import type {PageContext} from './page-context.ts';

/** One of the events that a count counts. */
export interface GapEvent {
  recordKey: string;
  number: string;
  title: string | null;
  service: string | null;
  at: Date;
  /** Its local day. */
  on: string;
  /** Days since the one before; null for the first there is. */
  days: number | null;
  /** The local day of the one before. */
  since: string | null;
}

/** The days between rare events, judged. */
export interface Gaps extends GapChart {
  kpi: Kpi;
  /** Oldest first, at least one. */
  events: readonly GapEvent[];
  openGap: NonNullable<GapChart['openGap']>;
  /** The day up to which it is known that no other came. */
  untilOn: string;
  /** The stretch of days that the events are of, as the incident list reads it. */
  range: string;
  breaks: readonly Break[];
}

/** Twenty gaps make a usual range; some more are judged by it. */
const fewestEvents = 26;
/** No rare event comes that often; it bounds what is read. */
const mostRead = 500;

/**
 * The events of a count's slice up to the end of the page's period: those of its history, and as many
 * before that a usual range can be had. Null where there is none.
 */
export async function readGaps(context: PageContext, kpi: Kpi): Promise<Gaps | null> {
  const {frame, historyFrom, changes} = context;
  const {metric, where} = kpi;
  const events = shownEvents(await readEvents(context, kpi), historyFrom ?? '');
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return null;
  const end = endOfPeriod(context);
  const untilOn = localDay(end, frame.zone, {isEnd: true});
  const periods = events.flatMap(({since}) => since ?? []);
  const breaks = breaksOf(changes, {metric: metric.id, where, periods});
  const before = events.filter(({on, days}) => days !== null && on < kpi.current.from).length;
  const {chart, openGap} = gapChart(
    events.flatMap(({days}) => days ?? []),
    daysBetween(last.at, end),
    {
      better: betterGaps(metric),
      breaks: breaks.map(({place}) => place),
      known: before - (breaks.at(-1)?.place ?? 0),
    },
  );
  const range = dayRangeId(first.on, addDays(untilOn, 1));
  return {kpi, events, chart, openGap: openGap!, untilOn, range, breaks};
}

async function readEvents(context: PageContext, {metric, where}: Kpi): Promise<GapEvent[]> {
  const {session, period, frame} = context;
  const {rows} = await incidentList(session, {
    metric,
    selection: {where, from: null, to: period?.to ?? null},
    sort: '-dated_at',
    pageSize: mostRead,
  });
  const dated = rows.filter(isDated).reverse();
  return dated.map((row, index) => {
    const before = dated[index - 1];
    return {
      ...{recordKey: row.record_key, number: row.number ?? row.record_key},
      ...{title: row.title, service: row.service},
      ...{at: row.dated_at, on: localDay(row.dated_at, frame.zone)},
      days: before ? daysBetween(before.dated_at, row.dated_at) : null,
      since: before ? localDay(before.dated_at, frame.zone) : null,
    };
  });
}

function isDated(row: ListedIncident): row is ListedIncident & {dated_at: Date} {
  return row.dated_at !== null;
}

function shownEvents(events: readonly GapEvent[], historyFrom: string): readonly GapEvent[] {
  const inHistory = events.filter(({on}) => on >= historyFrom).length;
  return events.slice(-Math.max(inHistory, fewestEvents));
}

const dayMilliseconds = 86_400_000;

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / dayMilliseconds;
}

/** Long gaps are good where few events are. */
export function betterGaps({better}: Metric): Metric['better'] {
  if (better === null) return null;
  return better === 'lower' ? 'higher' : 'lower';
}
