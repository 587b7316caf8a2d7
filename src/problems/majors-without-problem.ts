import type {Session} from '../warehouse/database.ts';

/** A major incident that no problem record is linked to. */
export interface UnlinkedMajor {
  recordKey: string;
  number: string;
  title: string | null;
  service: string | null;
  openedAt: Date;
  resolveHours: number | null;
  /** The candidate it belongs to; null for none. */
  candidateNo: number | null;
  candidateLabel: string | null;
}

/**
 * Every one of them, newest first.
 * @param until only those opened before this local day; null for all
 */
export async function majorsWithoutProblem(
  session: Session,
  until: string | null = null,
): Promise<UnlinkedMajor[]> {
  return session.query<UnlinkedMajor>(
    `select f.record_key as "recordKey", coalesce(f.number, f.record_id) as number, f.title,
       f.service, f.opened_at as "openedAt", f.resolve_hours as "resolveHours",
       i.candidate_no as "candidateNo", c.label as "candidateLabel"
     from marts.fct_incident as f
     left join marts.fct_candidate_incident as i
       on i.record_no = f.record_no and i.is_primary
     left join marts.dim_candidate as c on c.candidate_no = i.candidate_no
     where f.is_major and nullif(trim(f.problem_id), '') is null
       and ($until::date is null or f.opened_on < $until::date)
     order by f.opened_at desc, f.record_key`,
    {until},
  );
}
