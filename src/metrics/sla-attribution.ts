import type {Session} from '../warehouse/database.ts';
import {compareValues} from './dimension.ts';
import {readFrame, type Frame} from './frame.ts';
import {resolvedIncidents, type SlaKind, type SlaSelection} from './sla-incidents.ts';
import type {SqlText} from './slice.ts';

export const attributionDimensions = ['assignment_group', 'tier', 'shift'] as const;
export type AttributionDimension = (typeof attributionDimensions)[number];

/** Who used the time of breached clocks: one group, tier or shift. */
export interface AttributionRow {
  /** Null: nobody held it, or the group has no tier, or no shift was on. */
  holder: string | null;
  used_seconds: number;
  /** Of the used time of all these breached clocks. */
  used_share: number;
  /** Breached clocks it used any time of. */
  clock_count: number;
  /** Breached clocks of which nobody used more. */
  most_count: number;
}

export interface SlaAttribution {
  kind: SlaKind;
  by: AttributionDimension;
  /** Breached clocks, of incidents resolved in the days asked for. */
  clock_count: number;
  used_seconds: number;
  /** Most time first; ordered values keep their order. */
  rows: AttributionRow[];
}

export interface AttributionRequest extends SlaSelection {
  kind: SlaKind;
  by: AttributionDimension;
}

/** The used time of breached clocks by who held the incident, or by the shift it was used in. */
export async function slaAttribution(
  session: Session,
  request: AttributionRequest,
): Promise<SlaAttribution> {
  const {kind, by} = request;
  const {sql, params} = usedRows(request, await readFrame(session));
  const rows = await session.query<AttributionRow>(
    `with used as (${sql}),
     ranked as (
       select *, used_seconds >= max(used_seconds) over (partition by record_no) as is_most
       from used
     )
     select
       holder, sum(used_seconds) as used_seconds,
       coalesce(sum(used_seconds) / nullif((select sum(used_seconds) from used), 0), 0)
         as used_share,
       cast(count(*) as integer) as clock_count,
       cast(count(*) filter (where is_most) as integer) as most_count
     from ranked group by holder`,
    params,
  );
  const [whole] = await session.query<{clock_count: number}>(
    `select cast(count(distinct record_no) as integer) as clock_count from (${sql}) as used`,
    params,
  );
  return {
    kind,
    by,
    clock_count: whole?.clock_count ?? 0,
    used_seconds: rows.reduce((sum, {used_seconds}) => sum + used_seconds, 0),
    rows: rows.sort((a, b) => inOrder(by, a, b)),
  };
}

function inOrder(by: AttributionDimension, a: AttributionRow, b: AttributionRow): number {
  return (
    (by === 'tier' ? compareValues('tier', a.holder, b.holder) : 0) ||
    b.used_seconds - a.used_seconds ||
    compareValues(by, a.holder, b.holder)
  );
}

/**
 * The query of used time a breached clock and holder, for sums and lists.
 * @param holder only this one's; null for nobody's
 */
export function usedRows(
  request: AttributionRequest & {holder?: string | null},
  {asOfOn}: Pick<Frame, 'asOfOn'>,
): SqlText {
  const {kind, by, holder} = request;
  const {sql, params} = resolvedIncidents(request, asOfOn);
  const only = holder === undefined ? '' : ` and b.${by} is not distinct from $holder`;
  return {
    sql: `select b.record_no, any_value(i.resolved_at) as resolved_at, b.${by} as holder,
        sum(b.used_seconds) as used_seconds
      from marts.fct_breach_share as b
      join (${sql}) as i on i.record_no = b.record_no
      where b.kind = $kind and b.used_seconds > 0${only}
      group by b.record_no, b.${by}`,
    params: {...params, kind, ...(holder === undefined ? {} : {holder})},
  };
}
