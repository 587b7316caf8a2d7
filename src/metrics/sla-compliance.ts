import type {Session} from '../warehouse/database.ts';
import {compareValues} from './dimension.ts';
import {readFrame, type Frame} from './frame.ts';
import {
  resolvedIncidents,
  type SlaKind,
  type SlaSelection,
  type SlaVerdict,
} from './sla-incidents.ts';
import {complianceOf, type Compliance} from './sla-what-if.ts';
import type {SqlText} from './slice.ts';

/** One promise kept or not: a policy's target for one priority. */
export interface ComplianceRow extends Compliance {
  kind: SlaKind;
  policy: string;
  priority: string | null;
  calendar: string;
  target_seconds: number;
  n: number;
  breached: number;
  /** Used share of the target that half of the clocks stayed under. */
  median_used_share: number | null;
}

/** Which clocks: of a policy, with a verdict. */
export interface ClockPart {
  kind: SlaKind;
  policy?: string | null;
  verdict?: SlaVerdict | null;
}

/** How the promises of the incidents resolved in some days were kept, by kind, priority and policy. */
export async function slaCompliance(
  session: Session,
  selection: SlaSelection,
): Promise<ComplianceRow[]> {
  const {sql, params} = resolvedIncidents(selection, (await readFrame(session)).asOfOn);
  const rows = await session.query<
    Omit<ComplianceRow, keyof Compliance | 'breached'> & {met: number}
  >(
    `select c.kind, c.policy, i.priority, c.calendar, c.target_seconds,
       cast(count(*) as integer) as n,
       cast(count(*) filter (where c.verdict = 'met') as integer) as met,
       median(c.used_seconds / c.target_seconds) as median_used_share
     from marts.fct_clock as c
     join (${sql}) as i on i.record_no = c.record_no
     where c.verdict is not null
     group by c.kind, c.policy, i.priority, c.calendar, c.target_seconds`,
    params,
  );
  return rows
    .map(({met, ...row}) => ({...row, ...complianceOf(met, row.n), breached: row.n - met}))
    .sort(
      (a, b) =>
        compareValues('priority', a.priority, b.priority) ||
        b.n - a.n ||
        a.policy.localeCompare(b.policy),
    );
}

/** The query of clocks with a verdict, a row each with its `record_no`, for lists. */
export function verdictRows(
  selection: SlaSelection,
  {kind, policy, verdict}: ClockPart,
  {asOfOn}: Pick<Frame, 'asOfOn'>,
): SqlText {
  const {sql, params} = resolvedIncidents(selection, asOfOn);
  const conditions = [
    'c.kind = $kind',
    verdict ? 'c.verdict = $verdict' : 'c.verdict is not null',
    ...(policy ? ['c.policy = $policy'] : []),
  ];
  return {
    sql: `select c.record_no, i.resolved_at
      from marts.fct_clock as c
      join (${sql}) as i on i.record_no = c.record_no
      where ${conditions.join(' and ')}`,
    params: {...params, kind, ...(verdict ? {verdict} : {}), ...(policy ? {policy} : {})},
  };
}
