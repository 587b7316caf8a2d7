import {addDays, shiftPeriod} from '../time/period.ts';
import type {Session} from '../warehouse/database.ts';

/**
 * Where the history that a usual range is made of starts: so many periods back, but not before the data's first whole
 * period, because empty periods before there was data would pass for quiet ones.
 */
export function historyStart(
  period: {from: string; to: string; id: string; grain: 'week' | 'month'},
  periods: number,
  firstOn: string | null,
): string {
  let start = shiftPeriod(period, period.grain, 1 - periods);
  // A first day late in its period leaves a stub that says nothing about a usual one.
  while (firstOn !== null && start.from < period.from && start.from < startOfDay(firstOn))
    start = shiftPeriod(start, period.grain, 1);
  return start.from;
}

function startOfDay(firstOn: string): string {
  // Exports cut at a weekend or a month's first working day still make a whole period.
  return addDays(firstOn, -2);
}

/** The first day anything was opened: before it there is no history. */
export async function firstDayOf(session: Session): Promise<string | null> {
  const [row] = await session.queryOnce<{first_on: string | null}>(
    'select min(opened_on) as first_on from marts.fct_incident',
  );
  return row?.first_on ?? null;
}
