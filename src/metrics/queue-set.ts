import {UserError} from '../base/user-error.ts';
import type {RowSelection} from './counted-rows.ts';
import type {Cuttable} from './dimension.ts';
import {filteredIncidents} from './sla-incidents.ts';
import type {SlaChoices} from './sla-set.ts';
import type {SqlText} from './slice.ts';

const queueParts = ['unassigned', 'on-hold', 'majors'] as const;
export type QueuePart = (typeof queueParts)[number];

/** Parameters of a list of the incidents that are open now. */
export const queueChoices: readonly string[] = ['queue', 'held_as'];

/** A part of what is open at the data's own now. */
export interface QueueSet {
  part: QueuePart;
  /** On hold for this reason, as `holdReason` tells it; null for all. */
  heldAs: string | null;
}

/**
 * What an address asks for; null where it names no part of the queue.
 * @throws UserError for a part that isn't there
 */
export function readQueueSet(choices: SlaChoices): QueueSet | null {
  const {queue, held_as: heldAs} = choices;
  if (queue === undefined) return null;
  const part = queueParts.find((each) => each === queue);
  if (part) return {part, heldAs: heldAs ?? null};
  throw new UserError(
    `"queue" can’t be "${queue.slice(0, 40)}".`,
    `Use: ${queueParts.join(', ')}.`,
  );
}

/**
 * Why an incident waits, of a row `d` of marts.dim_record: what the export says in a column of reasons for holding,
 * else the tool's own status, such as "Awaiting vendor".
 */
export const holdReason = `coalesce(
  list_filter(map_entries(d.attributes), lambda entry: entry.value is not null
    and regexp_matches(lower(entry.key), '(hold|pending|wait|pause|suspen).*(reason|code)'))[1].value,
  d.status_raw
)`;

export type QueueSelection = Pick<RowSelection, 'where'> & {cuttable?: Cuttable};

/** The query of a part's incidents: `record_no` and `dated_at`, one row for each. */
export function queueRows({part, heldAs}: QueueSet, selection: QueueSelection): SqlText {
  const {sql, params} = filteredIncidents(selection);
  const open = `(${sql}) as i`;
  if (part === 'unassigned')
    return {
      sql: `select i.record_no, i.opened_at as dated_at from ${open} where i.is_open and i.assignee is null`,
      params,
    };
  if (part === 'majors')
    return {
      sql: `select i.record_no, i.opened_at as dated_at from ${open} where i.is_open and i.is_major`,
      params,
    };
  const named = heldAs === null ? '' : ` and ${holdReason} = $held_as`;
  return {
    sql: `select i.record_no, coalesce(s.started_at, i.opened_at) as dated_at from ${open}
      join marts.dim_record as d on d.record_no = i.record_no
      left join marts.fct_status_span as s on s.record_no = i.record_no and s.ended_at is null
      where i.is_open and i.status = 'on_hold'${named}`,
    params: heldAs === null ? params : {...params, held_as: heldAs},
  };
}
