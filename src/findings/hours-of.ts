import {dateLiteral} from '../metrics/slice.ts';
import type {FindingContext} from './finding-context.ts';
import type {FindingWindow} from './finding-window.ts';
import {incidentsIn} from './incidents-in.ts';

/** Which incidents: those whose `part`, in SQL over `i`, has the value. */
export interface OfPart {
  part: string;
  value: string | null;
}

/**
 * Median working hours to resolve an incident of a part in a window: what another one costs. The mean would be
 * that of the few that took weeks. Null where none was resolved.
 */
export async function hoursOf(
  context: FindingContext,
  {from, to}: Pick<FindingWindow, 'from' | 'to'>,
  {part, value}: OfPart,
): Promise<number | null> {
  const {sql, params} = incidentsIn(context);
  const [row] = await context.session.query<{hours: number | null}>(
    `select median(coalesce(i.business_hours, i.resolve_hours)) as hours
     from ${sql} as i
     where i.is_resolved and i.resolved_on >= ${dateLiteral(from)} and i.resolved_on < ${dateLiteral(to)}
       and ${part} is not distinct from $value`,
    {...params, value},
  );
  return row?.hours ?? null;
}
