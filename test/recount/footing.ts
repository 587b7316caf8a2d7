import {flowEvents} from './flow.ts';
import {groupBy} from './group-by.ts';
import type {Desk} from './incident.ts';
import {monthOf, monthsBetween} from './month.ts';

/** A month of one priority, as an account of open incidents: DECISIONS 6. */
export interface Account {
  month: string;
  priority: string | null;
  openAtStart: number;
  opened: number;
  reopened: number;
  resolved: number;
  resolvedThenReopened: number;
  cancelled: number;
  openAtEnd: number;
}

/** The accounts of all months: each begins with what the one before left open. */
export function accounts(desk: Desk): Account[] {
  const events = flowEvents(desk);
  const months = monthsBetween(Math.min(...events.map(({at}) => at)), desk.asOf, desk.config.zone);
  const byPriority = groupBy(events, ({incident}) => String(incident.record.newest.priority));
  return [...byPriority.values()].flatMap((own) => {
    const {priority} = own[0]!.incident.record.newest;
    const byMonth = groupBy(own, ({at}) => monthOf(at, months)?.id ?? null);
    let open = 0;
    return months.map(({id}) => {
      const moved = byMonth.get(id) ?? [];
      const count = (kind: string) => moved.filter((event) => event.kind === kind).length;
      const openAtStart = open;
      open += moved.reduce((sum, {told}) => sum + Number(told), 0);
      return {
        ...{month: id, priority, openAtStart, openAtEnd: open},
        ...{opened: count('opened'), reopened: count('reopened'), resolved: count('resolved')},
        ...{resolvedThenReopened: count('resolved and later reopened')},
        ...{cancelled: count('cancelled')},
      };
    });
  });
}
