import {
  byOpening,
  byResolution,
  eachIncident,
  whereSourceTells,
  type Definition,
} from './definition.ts';
import {plainMean, share, shareOfTold} from './figure.ts';
import {groupBy} from './group-by.ts';
import {isPingPong} from './handling.ts';
import {day, hour, type Desk, type Incident} from './incident.ts';
import {lengthOf} from './span.ts';

/** Solved at once, by the first who had it, and for good. */
export const firstTimeRightMetrics: {[id: string]: Definition} = {
  fcr: eachIncident(shareOfTold, {at: byResolution, told: isFirstContact}),
  flr: whereSourceTells(shareOfTold, {
    at: byResolution,
    tells: ({handling}) => handling.levels.includes(1),
    told: isFirstLevel,
  }),
  reopen_rate: eachIncident(share, {
    at: byResolution,
    told: ({course}) => course.returns.length > 0,
  }),
  recurrence_rate: eachIncident(share, {at: byEndOfWatch, told: cameBack}),
  premature_closure_rate: eachIncident(share, {at: byResolution, told: isPremature}),
  repeat_rate: {summary: shareOfTold, facts: repeats},
  reassignment_rate: eachIncident(share, {
    at: byResolution,
    told: ({handling}) => handling.reassignmentCount > 0,
  }),
  reassignments_mean: eachIncident(plainMean, {
    at: byResolution,
    told: ({handling}) => handling.reassignmentCount,
  }),
  ping_pong_rate: eachIncident(share, {
    at: byResolution,
    told: ({handling}) => isPingPong(handling),
  }),
};

/** By the first group, without passing on, within a business hour, not reopened in a week: DECISIONS 8. */
function isFirstContact(incident: Incident, {config, workIn}: Desk): boolean {
  const {handling, course, clocks} = incident;
  const calendar = clocks.resolution?.policy.calendar ?? 'business hours';
  const worked = lengthOf(workIn.get(calendar)!({from: course.openedAt, to: course.resolvedAt!}));
  return (
    handling.reassignmentCount === 0 &&
    course.resolvedAt! >= course.openedAt &&
    worked <= config.contactHours * hour &&
    !isReopenedWithin(incident, config.reopenDays * day)
  );
}

/** By the first level, never with a higher one, not reopened in a week: DECISIONS 8. */
function isFirstLevel(incident: Incident, {config}: Desk): boolean {
  const {levels} = incident.handling;
  return (
    levels.at(-1) === 1 &&
    levels.every((level) => level === null || level === 1) &&
    !isReopenedWithin(incident, config.reopenDays * day)
  );
}

/** Whether it was reopened within so many milliseconds of the resolution before. */
export function isReopenedWithin({course}: Incident, time: number): boolean {
  return course.returns.some(({resolvedAt, reopenedAt}) => reopenedAt - resolvedAt <= time);
}

/** The day on which the watch over a closed incident ends, once it has ended: DECISIONS 9. */
function byEndOfWatch({course}: Incident, {config, asOf}: Desk): number | null {
  if (course.closedAt === null) return null;
  const end = course.closedAt + config.recurrenceDays * day;
  return end <= asOf ? end : null;
}

function cameBack(incident: Incident, {config}: Desk): boolean {
  return incident.loggedAgain.length > 0 || isReopenedWithin(incident, config.recurrenceDays * day);
}

/** Reopened within 48 hours of a resolution, or logged again within 48 hours of the last: DECISIONS 31. */
function isPremature(incident: Incident, {config}: Desk): boolean {
  const soon = config.prematureHours * hour;
  return (
    isReopenedWithin(incident, soon) ||
    incident.loggedAgain.some((at) => at - incident.course.resolvedAt! <= soon)
  );
}

/** Whether an incident with the same service, category, subcategory and CI was opened in the 30 days before. */
function repeats(desk: Desk) {
  const alike = groupBy(desk.incidents, signatureOf);
  return eachIncident(shareOfTold, {
    at: byOpening,
    told: (incident) => {
      const signature = signatureOf(incident);
      if (signature === null) return null;
      const {openedAt} = incident.course;
      return alike.get(signature)!.some((other) => {
        const before = openedAt - other.course.openedAt;
        return before > 0 && before <= desk.config.recurrenceDays * day;
      });
    },
  }).facts(desk);
}

function signatureOf({record: {newest}, course}: Incident): string | null {
  if (newest.ci === null || course.cancelledAt !== null) return null;
  const {source, service, category, subcategory, ci} = newest;
  return JSON.stringify([source, service, category, subcategory, ci]);
}
