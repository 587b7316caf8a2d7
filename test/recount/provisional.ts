import type {Config} from '../../src/config/config.ts';
import type {Fact} from './definition.ts';
import {day, hour, type Desk} from './incident.ts';

/** Whether a month's figure may still move. DECISIONS 32. */
export type Provisional = (month: {endsAt: number; facts: readonly Fact[]}, desk: Desk) => boolean;

/** It waits for something to happen, until so long after the month's end. */
const waitingFor =
  (time: (config: Config) => number): Provisional =>
  ({endsAt}, {asOf, config}) =>
    asOf < endsAt + time(config);

/** A cohort of openings of which a tenth or more is open, or that isn't complete. */
const whileOpen: Provisional = ({endsAt, facts}, {asOf}) => {
  const open = facts.filter(({incident: {course}}) => !course.resolvedAt && !course.cancelledAt);
  return asOf < endsAt || open.length >= 0.1 * facts.length;
};

const reopening = waitingFor(({reopenDays}) => reopenDays * day);

/** The metrics whose figures settle later than their month ends. */
export const provisional: {[metric: string]: Provisional} = {
  fcr: reopening,
  flr: reopening,
  reopen_rate: reopening,
  premature_closure_rate: waitingFor(({prematureHours}) => prematureHours * hour),
  ttr_median_opened: whileOpen,
};
