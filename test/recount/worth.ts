import {byResolution, eachIncident, whereSourceTells, type Definition} from './definition.ts';
import {mean, ofThoseAsked, shareOfTold, total} from './figure.ts';
import type {Desk, Incident} from './incident.ts';
import {hoursToResolve} from './times.ts';

/** What incidents cost, and what their users thought of it. DECISIONS 26 and 27. */
export const worthMetrics: {[id: string]: Definition} = {
  cost_per_incident: eachIncident(mean, {at: byResolution, told: handlingCost}),
  hours_lost: eachIncident(total, {at: byResolution, told: hoursLost}),
  csat: whereSourceTells(ofThoseAsked(mean), {
    at: byResolution,
    tells: ({record}) => record.newest.satisfaction !== null,
    told: (incident, desk) => satisfaction(incident, desk) ?? 'silent',
  }),
  csat_response_rate: whereSourceTells(ofThoseAsked(shareOfTold), {
    at: byResolution,
    tells: ({record}) => record.newest.satisfaction !== null,
    told: (incident, desk) => satisfaction(incident, desk) !== null,
  }),
};

/** By the highest tier that held it; a price nobody stated is not a figure. */
function handlingCost({handling}: Incident, {config}: Desk): number | null {
  const highest = Math.max(...handling.levels.map((level) => level ?? 0));
  const tier = ['L1', 'L2', 'L3', 'vendor'][highest - 1];
  return config.costs?.byTier.find((each) => each.tier === tier)?.cost ?? null;
}

/** Elapsed hours, once for each affected user where their number is known. */
function hoursLost(incident: Incident, {config}: Desk): number | null {
  const text = incident.record.newest.attributes?.[config.affectedUsers ?? ''];
  const users = text && Number.isFinite(Number(text)) ? Number(text) : 1;
  const hours = hoursToResolve(incident);
  return hours === null ? null : hours * users;
}

/** From 1 (worst) to 5 (best), whatever scale the source asks on; null for no answer or one off the scale. */
function satisfaction({record: {newest}}: Incident, {config}: Desk): number | null {
  const answer = newest.satisfaction;
  const scale = config.sources.find(({name}) => name === newest.source)?.satisfaction;
  if (answer === null) return null;
  const {worst, best} = scale ?? {worst: 1, best: 5};
  const onScale = 1 + (4 * (answer - worst)) / (best - worst);
  return onScale >= 1 && onScale <= 5 ? onScale : null;
}
