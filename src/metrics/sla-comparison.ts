import type {Session, SqlParams} from '../warehouse/database.ts';
import {readFrame, type Frame} from './frame.ts';
import {resolvedIncidents, type SlaSelection, type SlaVerdict} from './sla-incidents.ts';
import {wilsonInterval} from './wilson.ts';
import type {SqlText} from './slice.ts';

/** The tool's verdict on the resolution beside ours; null where there is none. */
export interface ComparisonCell {
  recorded: SlaVerdict | null;
  computed: SlaVerdict | null;
  count: number;
}

/** Why the two differ: DECISIONS.md, 35. */
export const disagreementReasons = [
  'missing time',
  'priority',
  'reopening',
  'pause',
  'calendar',
  'target',
  'legacy flag',
  'unexplained',
] as const;
export type DisagreementReason = (typeof disagreementReasons)[number];

export interface ReasonCount {
  reason: string;
  count: number;
  /** The tool said met, we say breached. */
  breachedByUs: number;
  /** The tool said breached, we say met. */
  metByUs: number;
}

export interface SlaComparison {
  /** Every combination that occurs, those without a verdict among them. */
  cells: ComparisonCell[];
  reasons: ReasonCount[];
  /** Incidents with both verdicts. */
  n: number;
  disagreements: number;
  /** 95 % interval of the share that disagrees; null where nothing can be compared. */
  low: number | null;
  high: number | null;
}

/** Which of the compared incidents: a cell, a reason, or both; absent means any, null none. */
export interface ComparisonPart {
  recorded?: SlaVerdict | null;
  computed?: SlaVerdict | null;
  reason?: DisagreementReason;
}

/** Recorded against computed, over the incidents resolved in some days. */
export async function slaComparison(
  session: Session,
  selection: SlaSelection,
): Promise<SlaComparison> {
  const {sql, params} = comparedRows(selection, {}, await readFrame(session));
  const parts = await session.query<ComparisonCell & {reason: string | null}>(
    `select recorded, computed, reason, cast(count(*) as integer) as count
     from (${sql}) as compared group by all`,
    params,
  );
  const cells = cellsOf(parts);
  const both = cells.filter(({recorded, computed}) => recorded !== null && computed !== null);
  const n = sum(both);
  const disagreements = sum(both.filter(({recorded, computed}) => recorded !== computed));
  const interval = n > 0 ? wilsonInterval(disagreements / n, n) : null;
  return {
    cells,
    reasons: reasonsOf(parts),
    n,
    disagreements,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

function cellsOf(parts: readonly ComparisonCell[]): ComparisonCell[] {
  const verdicts = ['met', 'breached', null] as const;
  return verdicts.flatMap((recorded) =>
    verdicts.map((computed) => ({
      recorded,
      computed,
      count: sum(parts.filter((part) => part.recorded === recorded && part.computed === computed)),
    })),
  );
}

function reasonsOf(parts: readonly (ComparisonCell & {reason: string | null})[]): ReasonCount[] {
  const named = parts.filter(
    (part): part is ComparisonCell & {reason: string} => part.reason !== null,
  );
  return [...new Set(named.map(({reason}) => reason))]
    .map((reason) => {
      const own = named.filter((part) => part.reason === reason);
      return {
        reason,
        count: sum(own),
        breachedByUs: sum(own.filter(({computed}) => computed === 'breached')),
        metByUs: sum(own.filter(({computed}) => computed === 'met')),
      };
    })
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
}

function sum(parts: readonly {count: number}[]): number {
  return parts.reduce((total, {count}) => total + count, 0);
}

/** The query of the compared incidents, a row each with its `record_no`, for counts and lists. */
export function comparedRows(
  selection: SlaSelection,
  part: ComparisonPart,
  {asOfOn}: Pick<Frame, 'asOfOn'>,
): SqlText {
  const {sql, params} = resolvedIncidents(selection, asOfOn);
  const conditions: string[] = [];
  const bound: SqlParams = {...params};
  for (const name of ['recorded', 'computed', 'reason'] as const) {
    const value = part[name];
    if (value === undefined) continue;
    conditions.push(value === null ? `c.${name} is null` : `c.${name} = $${name}`);
    if (value !== null) bound[name] = value;
  }
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  return {
    sql: `select c.record_no, i.record_key, i.number, i.priority, i.assignment_group, i.resolved_at,
        c.recorded, c.computed, c.reason, c.origin, c.recorded_due_at
      from marts.sla_comparison as c
      join (${sql}) as i on i.record_no = c.record_no${where}`,
    params: bound,
  };
}
