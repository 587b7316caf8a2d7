import type {Definition, Fact} from './definition.ts';
import type {Recounted} from './figure.ts';
import {firstTimeRightMetrics} from './first-time-right.ts';
import {flowMetrics} from './flow.ts';
import {handlingMetrics} from './handling-metrics.ts';
import {groupBy} from './group-by.ts';
import type {Desk} from './incident.ts';
import {loggingMetrics} from './logging.ts';
import {majorMetrics} from './majors.ts';
import {monthOf, monthsBetween} from './month.ts';
import {promiseMetrics} from './promises.ts';
import {provisional} from './provisional.ts';
import {timeMetrics} from './times.ts';
import {worthMetrics} from './worth.ts';

/** Every metric of METRICS.md, section 2, by its id. */
export const definitions: {[id: string]: Definition} = {
  ...flowMetrics,
  ...majorMetrics,
  ...timeMetrics,
  ...promiseMetrics,
  ...firstTimeRightMetrics,
  ...handlingMetrics,
  ...worthMetrics,
  ...loggingMetrics,
};

/** A metric's figure in one month, of one priority or of all. */
export interface Cell {
  metric: string;
  month: string;
  /** Null for none; undefined where the cell has all. */
  priority: string | null | undefined;
  figure: Recounted;
  /** Whether the figure may still move. */
  isProvisional: boolean;
  /** What it is made of. */
  facts: Fact[];
}

/**
 * A metric by month, and by month and priority.
 * @throws Error when the metric isn't one of METRICS.md
 */
export function recount(metric: string, desk: Desk): Cell[] {
  const definition = definitions[metric];
  if (!definition) throw new Error(`METRICS.md defines no ${metric}, or the recount lacks it.`);
  const facts = definition.facts(desk);
  const first = Math.min(desk.asOf, ...facts.map(({at}) => at));
  const months = monthsBetween(first, desk.asOf, desk.config.zone);
  const byMonth = groupBy(facts, ({at}) => monthOf(at, months)?.id ?? null);
  return [...byMonth].flatMap(([month, told]) => {
    const {endsAt} = months.find(({id}) => id === month)!;
    const byPriority = [...groupBy(told, ({incident}) => String(incident.record.newest.priority))];
    const cell = (priority: Cell['priority'], some: Fact[]): Cell => ({
      ...{metric, month, priority, facts: some},
      figure: definition.summary(some.map((fact) => fact.told)),
      isProvisional: provisional[metric]?.({endsAt, facts: some}, desk) ?? false,
    });
    return [
      cell(undefined, told),
      ...byPriority.map(([, some]) => cell(some[0]!.incident.record.newest.priority, some)),
    ];
  });
}
