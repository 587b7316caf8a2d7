import type {Session} from '../warehouse/database.ts';

/** An incident of a candidate, with why it is one. */
export interface CandidateIncident {
  record_key: string;
  number: string | null;
  title: string | null;
  priority: string | null;
  status: string | null;
  service: string | null;
  ci: string | null;
  assignment_group: string | null;
  location: string | null;
  problem_id: string | null;
  opened_at: Date;
  resolved_at: Date | null;
  resolve_hours: number | null;
  hours_lost: number | null;
  /** text, workaround, structural, after change, problem, major. */
  evidence: string[];
  /** Belongs less than surely. */
  is_boundary: boolean;
  /** Its hours count here in a total over candidates. */
  is_primary: boolean;
  is_in_window: boolean;
}

export interface CandidateIncidents {
  /** Of all pages. */
  total: number;
  incidents: CandidateIncident[];
}

export interface IncidentPage {
  /** From 1. */
  page: number;
  pageSize: number;
}

/** The incidents of a candidate, newest first: as many as it counts. */
export async function candidateIncidents(
  session: Session,
  candidateNo: number,
  {page, pageSize}: IncidentPage,
): Promise<CandidateIncidents> {
  const params = {no: candidateNo};
  const [count] = await session.query<{total: number}>(
    'select count(*) as total from marts.fct_candidate_incident where candidate_no = $no',
    params,
  );
  const incidents = await session.query<CandidateIncident>(
    `select f.record_key, f.number, f.title, f.priority, f.status, f.service, f.ci,
       f.assignment_group, f.location, f.problem_id, f.opened_at, f.resolved_at, f.resolve_hours,
       i.hours_lost, i.evidence, i.is_boundary, i.is_primary, i.is_in_window
     from marts.fct_candidate_incident as i
     join marts.fct_incident as f on f.record_no = i.record_no
     where i.candidate_no = $no
     order by f.opened_at desc, f.record_key
     limit $size offset $skip`,
    {...params, size: pageSize, skip: (page - 1) * pageSize},
  );
  return {total: count?.total ?? 0, incidents};
}
