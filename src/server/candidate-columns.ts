import type {CandidateIncident} from '../problems/candidate-incidents.ts';
import type {LedgerRow} from '../problems/ledger-rows.ts';
import type {KnownProblem} from '../problems/read-candidate.ts';
import type {ColumnType, TableColumn} from './table.ts';

/** The columns of `/api/problems` as CSV and Arrow. */

function columns(types: Record<string, ColumnType>): TableColumn[] {
  return Object.entries(types).map(([name, type]) => ({name, type}));
}

export const ledgerColumns = columns({
  rank: 'integer',
  candidate: 'text',
  label: 'text',
  status: 'text',
  decided_by: 'text',
  decided_at: 'instant',
  reason: 'text',
  decided_problem_id: 'text',
  fixed_on: 'day',
  verdict: 'text',
  change_since_last: 'text',
  is_routine: 'boolean',
  detectors: 'text',
  service: 'text',
  category: 'text',
  subcategory: 'text',
  ci: 'text',
  assignment_group: 'text',
  workaround: 'text',
  problem_id: 'text',
  problem_share: 'number',
  is_problem_open: 'boolean',
  is_known_error: 'boolean',
  knowledge_id: 'text',
  incident_count: 'integer',
  window_count: 'integer',
  recent_count: 'integer',
  before_count: 'integer',
  first_seen_at: 'instant',
  last_seen_at: 'instant',
  hours_lost: 'number',
  hours_counted_once: 'number',
  hours_running_share: 'number',
  handling_cost: 'number',
  saved_hours: 'number',
  saved_cost: 'number',
  weeks_active: 'integer',
  persistence: 'number',
  trend: 'number',
  spread: 'number',
  purity: 'number',
  covered_share: 'number',
  score: 'number',
  requester_count: 'integer',
  location_count: 'integer',
  wording_count: 'integer',
  silent_days: 'number',
  is_silent: 'boolean',
  silent_after_change: 'text',
} satisfies Record<keyof LedgerRow, ColumnType>);

export const knownProblemColumns = columns({
  source: 'text',
  number: 'text',
  title: 'text',
  status: 'text',
  isOpen: 'boolean',
  isKnownError: 'boolean',
  openedAt: 'instant',
  closedAt: 'instant',
  candidateNo: 'integer',
  linkedCount: 'integer',
  lastIncidentAt: 'instant',
  candidateGrowth: 'text',
  isQuiet: 'boolean',
} satisfies Record<keyof KnownProblem, ColumnType>);

export const candidateIncidentColumns = columns({
  record_key: 'text',
  number: 'text',
  title: 'text',
  priority: 'text',
  status: 'text',
  service: 'text',
  ci: 'text',
  assignment_group: 'text',
  location: 'text',
  problem_id: 'text',
  opened_at: 'instant',
  resolved_at: 'instant',
  resolve_hours: 'number',
  hours_lost: 'number',
  evidence: 'text',
  is_boundary: 'boolean',
  is_primary: 'boolean',
  is_in_window: 'boolean',
} satisfies Record<keyof CandidateIncident, ColumnType>);
