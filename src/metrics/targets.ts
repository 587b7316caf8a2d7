import type {Session} from '../warehouse/database.ts';
import type {Goal} from './behaviour-chart.ts';

/** A goal the workspace has set, in the metric's unit. */
export interface MetricTarget extends Goal {
  metric: string;
  /** Null for all priorities. */
  priority: string | null;
}

export async function readTargets(session: Session): Promise<MetricTarget[]> {
  return session.query<MetricTarget>(
    'select metric, priority, goal, direction from settings.target order by metric, priority',
  );
}

/** The goal set for this priority, else the one for all; null where there is none. */
export function targetFor(
  targets: readonly MetricTarget[],
  metric: string,
  priority: string | null = null,
): MetricTarget | null {
  const own = targets.filter((target) => target.metric === metric);
  const exact = priority === null ? undefined : own.find((target) => target.priority === priority);
  return exact ?? own.find((target) => target.priority === null) ?? null;
}
