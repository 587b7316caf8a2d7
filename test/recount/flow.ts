import {eachIncident, type Definition, type Fact} from './definition.ts';
import {balance, count, countOfTrue, share} from './figure.ts';
import {day, type Desk, type Incident} from './incident.ts';
import {monthsBetween} from './month.ts';
import {dueBefore} from './sla.ts';

/** Volume and backlog. DECISIONS 5, 6 and 16. */
export const flowMetrics: {[id: string]: Definition} = {
  opened: eachIncident(count, {at: ({course}) => course.openedAt, told: () => 1}),
  resolved: eachIncident(count, {at: ({course}) => course.resolvedAt, told: () => 1}),
  reopened: {summary: count, facts: (desk) => flowEvents(desk).filter(isOf('reopened'))},
  backlog_growth: {summary: balance, facts: flowEvents},
  backlog: {summary: count, facts: (desk) => snapshots(desk, () => true)},
  backlog_aged: {
    summary: share,
    facts: (desk) =>
      snapshots(desk, ({course}, at) => at - course.openedAt > desk.config.agedDays * day),
  },
  backlog_breached: {summary: countOfTrue, facts: (desk) => snapshots(desk, isPastTarget)},
};

interface FlowEvent extends Fact {
  kind: 'opened' | 'reopened' | 'resolved' | 'resolved and later reopened' | 'cancelled';
}

const isOf = (kind: FlowEvent['kind']) => (event: FlowEvent) => event.kind === kind;

/** Everything that moved the number of open incidents, by +1 or −1. */
export function flowEvents({incidents}: Desk): FlowEvent[] {
  return incidents.flatMap((incident) => {
    const {openedAt, returns, resolvedAt, cancelledAt} = incident.course;
    const event = (kind: FlowEvent['kind'], at: number | null, told: number) =>
      at === null ? [] : [{kind, at, incident, told}];
    return [
      ...event('opened', openedAt, 1),
      ...returns.flatMap((each) => event('resolved and later reopened', each.resolvedAt, -1)),
      ...returns.flatMap((each) => event('reopened', each.reopenedAt, 1)),
      ...event('resolved', resolvedAt, -1),
      ...event('cancelled', cancelledAt, -1),
    ];
  });
}

/** The incidents open at the end of each month's last day; of the month that still lasts, at the data's now. */
function snapshots(desk: Desk, told: (incident: Incident, at: number) => boolean): Fact[] {
  return openAtMonthEnds(desk).flatMap(({startsAt, at, open}) =>
    open.map((incident) => ({at: startsAt, incident, told: told(incident, at)})),
  );
}

interface Snapshot {
  startsAt: number;
  at: number;
  open: Incident[];
}

const remembered = new WeakMap<Desk, Snapshot[]>();

function openAtMonthEnds(desk: Desk): Snapshot[] {
  const {incidents, asOf, config} = desk;
  const first = Math.min(...incidents.map(({course}) => course.openedAt));
  const snapshots =
    remembered.get(desk) ??
    monthsBetween(first, asOf, config.zone).map(({startsAt, endsAt}) => {
      const at = Math.min(endsAt, asOf);
      const isInclusive = at === asOf;
      return {startsAt, at, open: incidents.filter((each) => isOpenAt(each, at, {isInclusive}))};
    });
  remembered.set(desk, snapshots);
  return snapshots;
}

/** Open at the end of a day: begun before it ended, and not over before it ended. */
function isOpenAt({course}: Incident, at: number, {isInclusive}: {isInclusive: boolean}): boolean {
  const isPast = (instant: number) => (isInclusive ? instant <= at : instant < at);
  const {openedAt, returns, resolvedAt, cancelledAt} = course;
  const begun = [openedAt, ...returns.map(({reopenedAt}) => reopenedAt)].filter(isPast).length;
  const ends = [...returns.map((each) => each.resolvedAt), resolvedAt, cancelledAt];
  const over = ends.filter((end) => end !== null).filter(isPast).length;
  return begun > over;
}

/** The instant at which the target was used up has passed: DECISIONS 16. */
function isPastTarget({clocks: {resolution}}: Incident, at: number): boolean {
  return resolution !== null && dueBefore(resolution, at) !== null;
}
