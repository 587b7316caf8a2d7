import type {Summary, Told} from './figure.ts';
import type {Desk, Incident} from './incident.ts';

/** What one incident or event tells, and when that counts. */
export interface Fact {
  at: number;
  incident: Incident;
  told: Told;
}

/** A metric: what is told, and how a cell's figure is made of it. */
export interface Definition {
  summary: Summary;
  facts: (desk: Desk) => Fact[];
}

/** A metric to which each incident brings one fact, unless it is dated by something that never was. */
export function eachIncident(
  summary: Summary,
  {at, told}: {at: Dated; told: (incident: Incident, desk: Desk) => Told},
): Definition {
  return {
    summary,
    facts: (desk) =>
      desk.incidents.flatMap((incident) => {
        const instant = at(incident, desk);
        return instant === null ? [] : [{at: instant, incident, told: told(incident, desk)}];
      }),
  };
}

/**
 * The same for what only some sources tell at all: an incident of a source in which no incident tells
 * it is unknown, not false.
 */
export function whereSourceTells(
  summary: Summary,
  {
    at,
    tells,
    told,
  }: {
    at: Dated;
    tells: (incident: Incident) => boolean;
    told: (incident: Incident, desk: Desk) => Told;
  },
): Definition {
  const sourceOf = ({record}: Incident) => record.newest.source;
  return {
    summary,
    facts(desk) {
      const telling = new Set(desk.incidents.filter(tells).map(sourceOf));
      const toldOrNot = (incident: Incident) =>
        telling.has(sourceOf(incident)) ? told(incident, desk) : null;
      return eachIncident(summary, {at, told: toldOrNot}).facts(desk);
    },
  };
}

/** The instant by which an incident falls into a period; null: into none. METRICS.md, rule 1. */
export type Dated = (incident: Incident, desk: Desk) => number | null;

/** Cancelled incidents count in volume and nothing else: DECISIONS 5. */
export const byOpening: Dated = ({course}) =>
  course.cancelledAt === null ? course.openedAt : null;

export const byResolution: Dated = ({course}) => course.resolvedAt;
