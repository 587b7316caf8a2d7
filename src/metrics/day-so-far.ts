import type {Session} from '../warehouse/database.ts';
import {addDays} from '../time/period.ts';
import type {Frame} from './frame.ts';
import {firstDayOf} from './history-start.ts';
import {filteredIncidents} from './sla-incidents.ts';
import type {QueueSelection} from './queue-set.ts';
import {dateLiteral} from './slice.ts';

/** How many incidents a day had had opened by each of its hours. */
export interface DayCurve {
  /** Local day. */
  day: string;
  /** After hour 1, 2 … 24; of the day that lasts, to its last whole or begun hour. */
  counts: number[];
  /** By the time of day that is now. */
  soFar: number;
}

export interface DaySoFar {
  today: DayCurve;
  /** The same weekday of the weeks before, the newest first; days before the data are not there. */
  before: DayCurve[];
  /** Local time of day of the data's now, in hours. */
  hour: number;
}

/**
 * The day of the data's own now against the same weekday of the weeks before, hour by hour.
 * @param weeks how many weeks back
 */
export async function daySoFar(
  session: Session,
  selection: QueueSelection,
  {frame, weeks}: {frame: Frame; weeks: number},
): Promise<DaySoFar> {
  const {sql, params} = filteredIncidents(selection);
  const days = Array.from({length: weeks + 1}, (_, index) => addDays(frame.asOfOn, -7 * index));
  const rows = await session.query<{day: string; hour: number; count: number; so_far: number}>(
    `select i.opened_on as day, date_part('hour', timezone(w.zone, i.opened_at)) as hour,
       count(*) as count,
       count(*) filter (timezone(w.zone, i.opened_at)::time <= timezone(w.zone, w.as_of)::time) as so_far
     from (${sql}) as i cross join settings.workspace as w
     where i.opened_on in (${days.map(dateLiteral).join(', ')}) and i.opened_at <= w.as_of
     group by all`,
    params,
  );
  const firstOn = (await firstDayOf(session)) ?? frame.asOfOn;
  const hour = localHour(frame);
  const curves = days
    .filter((day) => day >= firstOn)
    .map((day, index) => curveOf(day, rows, index === 0 ? Math.floor(hour) + 1 : 24));
  const [today = {day: frame.asOfOn, counts: [], soFar: 0}, ...before] = curves;
  return {today, before, hour};
}

function curveOf(
  day: string,
  rows: readonly {day: string; hour: number; count: number; so_far: number}[],
  hours: number,
): DayCurve {
  const own = rows.filter((row) => row.day === day);
  const upTo = (end: number) =>
    own.reduce((sum, {hour, count}) => sum + (hour < end ? count : 0), 0);
  return {
    day,
    counts: Array.from({length: hours}, (_, index) => upTo(index + 1)),
    soFar: own.reduce((sum, {so_far}) => sum + so_far, 0),
  };
}

function localHour({asOf, zone}: Frame): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(asOf);
  const numberOf = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return numberOf('hour') + numberOf('minute') / 60;
}
