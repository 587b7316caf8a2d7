import type {Session} from '../warehouse/database.ts';
import type {Goal} from './behaviour-chart.ts';

/** A goal the workspace has set, in the metric's unit. */
export interface MetricTarget extends Goal {
  metric: string;
  /** Null for all priorities. */
  priority: string | null;
  /** Null for all services. */
  service: string | null;
  /** Local days on which it holds, both inclusive; null is unbounded. */
  from: string | null;
  until: string | null;
}

/** What a figure is of, as far as goals differ by it. */
export interface TargetScope {
  /** The one priority that is left by filter and slice; null for several. */
  priority?: string | null;
  service?: string | null;
  /** A local day, the last of the figure's period; null takes the goals that hold last. */
  on?: string | null;
}

export async function readTargets(session: Session): Promise<readonly MetricTarget[]> {
  return session.queryOnce<MetricTarget>(
    `select metric, priority, service, from_day as "from", until_day as "until", goal, direction
     from settings.target
     order by metric, priority, service, from_day`,
  );
}

/**
 * The goal that holds: set for this priority and service, else for the service, else for the priority,
 * else for all; of several the one that holds since the latest day. Null where there is none.
 */
export function targetFor(
  targets: readonly MetricTarget[],
  metric: string,
  {priority = null, service = null, on = null}: TargetScope = {},
): MetricTarget | null {
  const fitting = targets.filter(
    (target) =>
      target.metric === metric &&
      (target.priority === null || target.priority === priority) &&
      (target.service === null || target.service === service) &&
      holdsOn(target, on),
  );
  return fitting.sort(closestFirst)[0] ?? null;
}

function holdsOn({from, until}: MetricTarget, on: string | null): boolean {
  if (on === null) return true;
  return (from === null || from <= on) && (until === null || until >= on);
}

function closestFirst(a: MetricTarget, b: MetricTarget): number {
  return closeness(b) - closeness(a) || compareDays(b.from, a.from);
}

function closeness({priority, service}: MetricTarget): number {
  return (service === null ? 0 : 2) + (priority === null ? 0 : 1);
}

function compareDays(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
