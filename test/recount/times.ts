import {byResolution, eachIncident, type Dated, type Definition} from './definition.ts';
import {mean, median, percentile90, ratio, survivalMedian, type Observation} from './figure.ts';
import {hour, type Desk, type Incident} from './incident.ts';
import {stopsOf} from './sla.ts';
import {lengthOf, overlap, type Span} from './span.ts';

/** From detection, else opening, to the final resolution; null where that is no stretch of time. */
export function resolving({record, course}: Incident): Span | null {
  const from = record.newest.detected_at?.getTime() ?? course.openedAt;
  const to = course.resolvedAt;
  return to === null || to < from ? null : {from, to};
}

export function hoursToResolve(incident: Incident): number | null {
  const span = resolving(incident);
  return span && lengthOf([span]) / hour;
}

/** The first time it was resolved, whatever came after. */
export const byFirstResolution: Dated = ({course}) =>
  course.returns[0]?.resolvedAt ?? course.resolvedAt;

/** How long things took, around the clock. METRICS.md, section 2. */
export const timeMetrics: {[id: string]: Definition} = {
  mttr: eachIncident(mean, {at: byResolution, told: hoursToResolve}),
  ttr_median: eachIncident(median, {at: byResolution, told: hoursToResolve}),
  ttr_p90: eachIncident(percentile90, {at: byResolution, told: hoursToResolve}),
  mttr_business: eachIncident(mean, {at: byResolution, told: businessHoursToResolve}),
  mttr_active: eachIncident(mean, {
    at: byResolution,
    told: (incident) => subtract(hoursToResolve(incident), hoursOnHold(incident)),
  }),
  on_hold_share: eachIncident(ratio, {
    at: byResolution,
    told(incident) {
      const [part, whole] = [hoursOnHold(incident), hoursToResolve(incident)];
      return part === null || whole === null ? null : {part, whole};
    },
  }),
  ttr_median_opened: eachIncident(survivalMedian, {
    at: ({course}) => course.openedAt,
    told: observed,
  }),
  ttr_first: eachIncident(mean, {
    at: byFirstResolution,
    told: (incident, desk) =>
      hoursBetween(incident.course.openedAt, byFirstResolution(incident, desk)),
  }),
  mtta: eachIncident(mean, {
    at: ({respondedAt, course}) => (course.cancelledAt === null ? respondedAt : null),
    told: ({course, respondedAt}) => hoursBetween(course.openedAt, respondedAt),
  }),
  mttd: eachIncident(mean, {
    at: ({record: {newest}, course}) =>
      course.cancelledAt === null ? (newest.detected_at?.getTime() ?? course.openedAt) : null,
    told: ({record: {newest}}) =>
      newest.occurred_at === null
        ? null
        : hoursBetween(newest.occurred_at.getTime(), newest.detected_at?.getTime() ?? null),
  }),
};

/** In the hours of the calendar that its resolution is promised in: DECISIONS 20. */
function businessHoursToResolve(incident: Incident, {workIn}: Desk): number | null {
  const calendar = incident.clocks.resolution?.policy.calendar ?? 'business hours';
  const span = resolving(incident);
  return span && lengthOf(workIn.get(calendar)!(span)) / hour;
}

/** Time to resolve in statuses that stop the clock; null where no history tells of any. DECISIONS 20. */
function hoursOnHold(incident: Incident): number | null {
  const span = resolving(incident);
  if (span === null || !incident.history.isTold) return null;
  const stops = stopsOf(incident.history, null).map((stop) => overlap(stop, span));
  return lengthOf(stops.filter((each) => each !== null)) / hour;
}

/** How long it lasted; what is open still lasts, what was cancelled lasted longer than we know. DECISIONS 32. */
function observed(incident: Incident, {asOf}: Desk): Observation | null {
  const {record, course} = incident;
  const isOver = course.resolvedAt !== null;
  const from = record.newest.detected_at?.getTime() ?? course.openedAt;
  const hours = hoursBetween(from, course.resolvedAt ?? course.cancelledAt ?? asOf);
  return hours === null ? null : {hours, isOver};
}

function subtract(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** Null where the end lies before the beginning: kept out of averages, DECISIONS 17. */
export function hoursBetween(from: number, to: number | null): number | null {
  return to === null || to < from ? null : (to - from) / hour;
}
