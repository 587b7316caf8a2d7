import type {Session} from '../warehouse/database.ts';

/** An incident whose times contradict each other: kept out of averages, counted and listed. */
export interface ChronologyFault {
  record_key: string;
  number: string | null;
  source: string;
  occurred_at: Date | null;
  detected_at: Date | null;
  opened_at: Date | null;
  responded_at: Date | null;
  resolved_at: Date | null;
  closed_at: Date | null;
}

/** Newest first, with how many there are in all: METRICS.md, ground rule 10. */
export async function readChronologyFaults(
  session: Session,
  {limit = 100} = {},
): Promise<{rows: ChronologyFault[]; total: number}> {
  const [rows, [counted]] = await Promise.all([
    session.query<ChronologyFault>(
      `select record_key, number, source, occurred_at, detected_at, opened_at, responded_at,
         resolved_at, closed_at
       from marts.fct_incident where has_impossible_times
       order by opened_at desc, record_key limit ${Math.trunc(limit)}`,
    ),
    session.query<{total: number}>(
      'select count(*) as total from marts.fct_incident where has_impossible_times',
    ),
  ]);
  return {rows, total: counted?.total ?? 0};
}
