import type {Workspace} from '../../src/config/workspace.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {footing, type FootingRow} from '../../src/metrics/footing.ts';
import type {Account} from './footing.ts';
import type {Told} from './figure.ts';
import type {Cell} from './recount.ts';

/** Columns of `marts.fct_incident` that tell of one incident what a metric's figure is made of. */
const columns: {[metric: string]: string} = {
  mttr: 'resolve_hours',
  ttr_median: 'resolve_hours',
  ttr_p90: 'resolve_hours',
  ttr_first: 'first_resolve_hours',
  mttr_business: 'business_hours',
  mttr_active: 'active_hours',
  mtta: 'respond_hours',
  mttd: 'detect_hours',
  sla_resolution: 'is_sla_resolution_met',
  sla_response: 'is_sla_response_met',
  sla_recorded: 'is_sla_recorded_met',
  sla_disagreement: 'is_sla_disagreement',
  fcr: 'is_first_contact',
  flr: 'is_first_level',
  reopen_rate: 'is_reopened',
  recurrence_rate: 'has_come_back',
  premature_closure_rate: 'is_premature',
  repeat_rate: 'is_repeat',
  reassignment_rate: 'is_reassigned',
  reassignments_mean: 'reassignment_count',
  ping_pong_rate: 'is_ping_pong',
  escalation_functional: 'is_escalated_functionally',
  escalation_hierarchical: 'is_escalated_hierarchically',
  knowledge_rate: 'has_knowledge',
  automation_rate: 'is_automated',
  detected_by_monitoring: 'is_from_monitoring',
  problem_link_rate: 'has_problem',
  cost_per_incident: 'handling_cost',
  hours_lost: 'hours_lost',
  csat: 'satisfaction',
  vague_category_rate: 'is_vague_category',
  recategorised_rate: 'is_recategorised',
  reprioritised_rate: 'is_reprioritised',
  priority_mismatch_rate: 'is_priority_mismatch',
  chronology_fault_rate: 'has_impossible_times',
};

export interface FactsOfProduct {
  /** The incidents of a cell of which the product tells something else; all where it can't be told. */
  differing: (cell: Cell) => string[];
  /** Why its two verdicts on an incident differ, by record key. */
  reasons: Map<string, string>;
  /** Its account of open incidents, by month and priority. */
  accounts: Account[];
}

/** What the published build tells of each incident: read as data, so that a difference has a name. */
export async function factsOfProduct(workspace: Workspace): Promise<FactsOfProduct> {
  const database = await openPublished(workspace);
  try {
    const rows = await database.query('select * from marts.fct_incident');
    const incidents = new Map(rows.map((row) => [`${row.source} ${row.record_id}`, row]));
    const compared = await database.query<{key: string; reason: string | null}>(
      `select source || ' ' || record_id as key, reason
       from marts.sla_comparison join marts.dim_record using (record_no)`,
    );
    const asked = {grain: 'month', by: ['priority'], where: [], from: null, to: null} as const;
    const rowsOfAccounts = await footing(database, {...asked, by: [...asked.by], where: []});
    return {
      reasons: new Map(
        compared.flatMap(({key, reason}) => (reason === null ? [] : [[key, reason]])),
      ),
      accounts: rowsOfAccounts.map(accountOf),
      differing({metric, facts}) {
        const column = columns[metric];
        const differ = facts.filter(({incident, told}) => {
          const row = incidents.get(incident.record.key);
          return !row || column === undefined || !isSame(row[column] as Told, told);
        });
        return differ.map(({incident: {record}}) => record.newest.number ?? record.key);
      },
    };
  } finally {
    database.close();
  }
}

function accountOf({period, dimensions, ...row}: FootingRow): Account {
  const {openAtStart, opened, reopened, resolved} = row;
  const {resolvedThenReopened, cancelled, openAtEnd} = row;
  return {
    ...{month: period, priority: dimensions.priority ?? null, openAtStart, opened, reopened},
    ...{resolved, resolvedThenReopened, cancelled, openAtEnd},
  };
}

function isSame(a: Told, b: Told): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9;
  return a === b;
}
