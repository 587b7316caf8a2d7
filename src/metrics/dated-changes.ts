import type {Session} from '../warehouse/database.ts';
import {hasTable} from '../warehouse/has-table.ts';
import type {Filter} from './metric.ts';

/** Something that changed how incidents are handled: behaviour charts start anew there. */
export interface DatedChange {
  /** First local day on which it holds. */
  on: string;
  what: string;
  /** Ids; null for all. */
  metrics: readonly string[] | null;
  /** The incidents it is about; none for all. */
  where: readonly Filter[];
}

/** The changes that the configuration states, oldest first; none in a build made before there were any. */
export async function readDatedChanges(session: Session): Promise<DatedChange[]> {
  if (!(await hasTable(session, {schema: 'settings', table: 'dated_change'}))) return [];
  const [changes, conditions] = await Promise.all([
    session.queryOnce<{change_no: number; on_day: string; what: string; metrics: string[] | null}>(
      'select change_no, on_day, what, metrics from settings.dated_change order by on_day, change_no',
    ),
    session.queryOnce<{change_no: number; dimension: string; value: string}>(
      'select change_no, dimension, value from settings.dated_change_condition order by all',
    ),
  ]);
  return changes.map(({change_no, on_day, what, metrics}) => ({
    on: on_day,
    what,
    metrics,
    where: conditions
      .filter((condition) => condition.change_no === change_no)
      .map(({dimension, value}) => ({dimension, values: [value]})),
  }));
}

/** A change where it breaks a series: the place of the first period that it holds for throughout. */
export interface Break {
  place: number;
  change: DatedChange;
}

/**
 * Where changes break a series. A change about part of the incidents breaks the figures of that part
 * only: in all others it is one cause among many.
 * @param where the series' own filters
 * @param periods first days, oldest first
 */
export function breaksOf(
  changes: readonly DatedChange[],
  {metric, where, periods}: {metric: string; where: readonly Filter[]; periods: readonly string[]},
): Break[] {
  return changes
    .filter(({metrics}) => metrics === null || metrics.includes(metric))
    .filter((change) => change.where.every((condition) => isWithin(where, condition)))
    .map((change) => ({place: periods.findIndex((from) => from >= change.on), change}))
    .filter(({place}) => place > 0);
}

function isWithin(where: readonly Filter[], condition: Filter): boolean {
  const own = where.find(({dimension}) => dimension === condition.dimension);
  return own !== undefined && own.values.every((value) => condition.values.includes(value));
}
