import {byOpening, byResolution, eachIncident, type Dated, type Definition} from './definition.ts';
import {count, mean, plainMean} from './figure.ts';
import {day, type Desk, type Incident} from './incident.ts';
import {hoursToResolve} from './times.ts';

const isMajor = ({record}: Incident) => record.newest.is_major === true;

const ofMajors =
  (at: Dated): Dated =>
  (incident, desk) =>
    isMajor(incident) ? at(incident, desk) : null;

/** Declared majors. DECISIONS 25. */
export const majorMetrics: {[id: string]: Definition} = {
  major_count: eachIncident(count, {at: ofMajors(byOpening), told: () => 1}),
  major_mttr: eachIncident(mean, {at: ofMajors(byResolution), told: hoursToResolve}),
  days_between_majors: {summary: plainMean, facts: gaps},
};

/** From the opening of each major to that of the one before it in any source; the first has no gap. */
function gaps(desk: Desk) {
  const majors = eachIncident(count, {at: ofMajors(byOpening), told: () => 1}).facts(desk);
  majors.sort((a, b) => a.at - b.at);
  return majors
    .map((major, index) => ({...major, told: (major.at - (majors[index - 1]?.at ?? 0)) / day}))
    .slice(1);
}
