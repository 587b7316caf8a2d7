import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';

/** What speaks for an incident being another one again. */
export type Evidence = 'linked' | 'same service and category' | 'same text';

/** An incident and the one it is taken to have come back as, as a build found them. */
export interface IncidentLink {
  source: string;
  recordId: string;
  cameBackRecordId: string;
  recordKey: string;
  cameBackRecordKey: string;
  /** Number people quote, else the tool's id. */
  number: string;
  cameBackNumber: string;
  title: string | null;
  cameBackTitle: string | null;
  resolvedAt: Date | null;
  cameBackAt: Date;
  /** The strongest. */
  evidence: Evidence;
  /** All there is, strongest first. */
  evidences: Evidence[];
  /** The build leaves it out of what came back. */
  isStruck: boolean;
}

/** The links of one record in both directions, in the order of the returns. */
export async function linksOf(session: Session, recordNo: number): Promise<IncidentLink[]> {
  return session.query<IncidentLink>(
    `${selectLinks()} where c.record_no = $no or c.came_back_record_no = $no
     order by c.came_back_at, o.record_key, n.record_key`,
    {no: recordNo},
  );
}

/** The newest links of all. */
export async function newestLinks(
  session: Session,
  {limit}: {limit: number},
): Promise<{total: number; links: IncidentLink[]}> {
  const [count] = await session.query<{total: number}>(
    'select count(*) as total from marts.fct_comeback',
  );
  const links = await session.query<IncidentLink>(
    `${selectLinks(newest)} order by c.came_back_at desc, o.record_key, n.record_key`,
    {limit},
  );
  return {total: count?.total ?? 0, links};
}

/** The link from one record to another, by their keys, or null. */
export async function findLink(
  session: Session,
  {record, cameBack}: {record: string; cameBack: string},
): Promise<IncidentLink | null> {
  const links = await session.query<IncidentLink>(
    `${selectLinks()} where o.record_key = $record and n.record_key = $came_back`,
    {record, came_back: cameBack},
  );
  return links[0] ?? null;
}

/** For a link that no build knows. */
export function noSuchLink(record: string, cameBack: string): UserError {
  return new UserError(
    `There is no link from ${record} to ${cameBack}.`,
    'The page of either incident shows the links it has.',
    404,
  );
}

/** Cut before it meets the records, which are many. */
const newest = `(
    from marts.fct_comeback order by came_back_at desc, record_no, came_back_record_no limit $limit
  )`;

function selectLinks(from = 'marts.fct_comeback'): string {
  return `
  select
    o.source, o.record_id as "recordId", n.record_id as "cameBackRecordId",
    o.record_key as "recordKey", n.record_key as "cameBackRecordKey",
    coalesce(o.number, o.record_id) as number,
    coalesce(n.number, n.record_id) as "cameBackNumber",
    o.title, n.title as "cameBackTitle",
    o.resolved_at as "resolvedAt", c.came_back_at as "cameBackAt",
    c.evidence, c.evidences, c.is_struck as "isStruck"
  from ${from} as c
  join marts.dim_record as o on o.record_no = c.record_no
  join marts.dim_record as n on n.record_no = c.came_back_record_no`;
}
