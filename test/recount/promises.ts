import type {SlaKind} from '../../src/config/config.ts';
import {byResolution, eachIncident, type Definition} from './definition.ts';
import {shareOfTold} from './figure.ts';
import type {Incident} from './incident.ts';
import {usedUntil} from './sla.ts';

/** Promises kept: recomputed, and by the tool's own verdict. */
export const promiseMetrics: {[id: string]: Definition} = {
  sla_resolution: eachIncident(shareOfTold, {
    at: byResolution,
    told: (incident) => isMet(incident, 'resolution'),
  }),
  sla_response: eachIncident(shareOfTold, {
    at: byResolution,
    told: (incident) => isMet(incident, 'response'),
  }),
  sla_recorded: eachIncident(shareOfTold, {
    at: byResolution,
    told: ({isMetRecorded}) => isMetRecorded,
  }),
  sla_disagreement: eachIncident(shareOfTold, {
    at: byResolution,
    told(incident) {
      const computed = isMet(incident, 'resolution');
      const recorded = incident.isMetRecorded;
      return computed === null || recorded === null ? null : computed !== recorded;
    },
  }),
};

/**
 * Whether a resolved incident kept what was promised; null without a promise or with impossible
 * times. Where no response is known, the resolution was one. DECISIONS 10, 12 and 17.
 */
export function isMet({course, respondedAt, clocks}: Incident, kind: SlaKind): boolean | null {
  const clock = clocks[kind];
  const endedAt = kind === 'response' ? (respondedAt ?? course.resolvedAt) : course.resolvedAt;
  if (clock === null || endedAt === null || endedAt < course.openedAt) return null;
  return usedUntil(clock, endedAt) <= clock.policy.targetSeconds * 1000;
}
