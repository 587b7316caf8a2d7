import type {RunningClock} from '../metrics/sla-at-risk.ts';
import type {Flip, SlaWhatIf} from '../metrics/sla-what-if.ts';
import type {ColumnType, TableColumn} from './table.ts';

/** The columns of `/api/sla/…` as CSV and Arrow. */

function columns(types: Record<string, ColumnType>): TableColumn[] {
  return Object.entries(types).map(([name, type]) => ({name, type}));
}

export const riskColumns = columns({
  record_key: 'text',
  number: 'text',
  title: 'text',
  priority: 'text',
  service: 'text',
  assignment_group: 'text',
  kind: 'text',
  policy: 'text',
  calendar: 'text',
  status: 'text',
  opened_at: 'instant',
  target_seconds: 'number',
  used_seconds: 'number',
  used_share: 'number',
  remaining_seconds: 'number',
  is_paused: 'boolean',
  due_at: 'instant',
  band: 'text',
} satisfies Record<keyof RunningClock, ColumnType>);

export const flipColumns = columns({
  record_key: 'text',
  number: 'text',
  title: 'text',
  priority: 'text',
  assignment_group: 'text',
  resolved_at: 'instant',
  kind: 'text',
  policy: 'text',
  verdict_now: 'text',
  verdict_then: 'text',
  used_now_seconds: 'number',
  used_then_seconds: 'number',
  target_now_seconds: 'number',
  target_then_seconds: 'number',
  margin_now_seconds: 'number',
  margin_then_seconds: 'number',
} satisfies Record<keyof Flip, ColumnType>);

export const whatIfColumns = columns({
  kind: 'text',
  priority: 'text',
  n: 'integer',
  met_now: 'integer',
  share_now: 'number',
  low_now: 'number',
  high_now: 'number',
  met_then: 'integer',
  share_then: 'number',
  low_then: 'number',
  high_then: 'number',
  newly_met: 'integer',
  newly_breached: 'integer',
});

/** Rows before and after as flat ones; the total's priority is `all`. */
export function flatWhatIf({rows}: SlaWhatIf): object[] {
  return rows.map(({kind, priority, isTotal, n, now, then, saved, lost}) => ({
    kind,
    priority: isTotal ? 'all' : priority,
    n,
    ...{met_now: now.met, share_now: now.share, low_now: now.low, high_now: now.high},
    ...{met_then: then.met, share_then: then.share, low_then: then.low, high_then: then.high},
    ...{newly_met: saved, newly_breached: lost},
  }));
}

export const groupColumns = columns({
  assignment_group: 'text',
  n: 'integer',
  saved: 'integer',
  lost: 'integer',
});

export const comparedColumns = columns({
  record_key: 'text',
  number: 'text',
  priority: 'text',
  assignment_group: 'text',
  resolved_at: 'instant',
  recorded: 'text',
  computed: 'text',
  reason: 'text',
  origin: 'text',
  recorded_due_at: 'instant',
});

export const attributionColumns = columns({
  holder: 'text',
  used_seconds: 'number',
  used_share: 'number',
  clock_count: 'integer',
  most_count: 'integer',
});
