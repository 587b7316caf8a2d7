import {day, type Desk, type Incident} from './incident.ts';
import {isMet} from './promises.ts';
import {counted, dueBefore, usedUntil, type Clock} from './sla.ts';
import {lengthOf, type Span} from './span.ts';
import {byFirstResolution} from './times.ts';
import type {WorkIn} from './working-time.ts';

export type Reason =
  | 'missing time'
  | 'priority'
  | 'reopening'
  | 'pause'
  | 'calendar'
  | 'target'
  | 'legacy flag'
  | 'unexplained';

/**
 * Why the tool's verdict on a resolution isn't ours: the first reason that holds; null where both
 * agree or one has none. DECISIONS 35.
 */
export function reasonOfDisagreement(incident: Incident, desk: Desk): Reason | null {
  const clock = incident.clocks.resolution;
  const computed = isMet(incident, 'resolution');
  const recorded = incident.isMetRecorded;
  if (clock === null || computed === null || recorded === null || computed === recorded)
    return null;
  const {record, course} = incident;
  const targetMs = clock.policy.targetSeconds * 1000;
  const agrees = (used: number) => used <= targetMs === recorded;
  const span = {from: clock.countsFrom, to: course.resolvedAt!};

  if (record.newest.resolved_at === null) return 'missing time';
  const otherFrom = clock.countsFromOtherwise;
  if (otherFrom !== null && agrees(lengthOf(counted(clock, {...span, from: otherFrom}))))
    return 'priority';
  const isReopened = course.returns.length > 0;
  if (isReopened && agrees(usedUntil(clock, byFirstResolution(incident, desk)!)))
    return 'reopening';

  const unpaused = {...clock, stops: []};
  const isPause = agrees(usedUntil(unpaused, span.to));
  const isCalendar = [...desk.workIn.entries()]
    .filter(([calendar]) => calendar !== clock.policy.calendar)
    .some(([, work]) => usesInOtherHours(clock, work, span).some(agrees));
  const toolDueAt = recordedDueAt(incident);
  if (isPause && isCalendar)
    return toolDueAt === null || isSameMinute(toolDueAt, dueAt(unpaused)) ? 'pause' : 'calendar';
  if (isPause) return 'pause';
  if (isCalendar) return 'calendar';
  if (toolDueAt !== null && !isSameMinute(toolDueAt, dueAt(clock))) return 'target';
  return record.cycles.length === 0 ? 'legacy flag' : 'unexplained';
}

/** What another calendar counts: outside the stops, or in all less the working time we paused. */
function usesInOtherHours(clock: Clock, work: WorkIn, span: Span): number[] {
  const paused = lengthOf(clock.work(span)) - lengthOf(counted(clock, span));
  return [lengthOf(counted({...clock, work}, span)), lengthOf(work(span)) - paused];
}

/** When the tool says it was due: by its SLA records, else by the record. */
function recordedDueAt({record: {newest, cycles}}: Incident): number | null {
  const own = cycles.filter(({kind, stage}) => kind === 'resolution' && stage !== 'cancelled');
  const dues = own.map(({due_at}) => due_at?.getTime()).filter((due) => due !== undefined);
  return dues.length > 0 ? Math.max(...dues) : (newest.sla_due_at?.getTime() ?? null);
}

/** No target lasts longer than this, in any hours. */
const longEnough = 400 * day;

function dueAt(clock: Clock): number | null {
  return dueBefore(clock, clock.countsFrom + longEnough);
}

function isSameMinute(a: number, b: number | null): boolean {
  return b !== null && Math.floor(a / 60_000) === Math.floor(b / 60_000);
}
