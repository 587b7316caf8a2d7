/** What a figure is about, in the order METRICS.md lists the catalogue; own metrics come last. */
const families: readonly (readonly [string, readonly string[]])[] = [
  [
    'Flow',
    [
      ...['opened', 'resolved', 'reopened', 'backlog', 'backlog_growth', 'backlog_aged'],
      'backlog_breached',
    ],
  ],
  [
    'Time',
    [
      ...['mttr', 'ttr_median', 'ttr_p90', 'mttr_business', 'mttr_active', 'ttr_first'],
      ...['ttr_median_opened', 'mtta', 'mttd', 'detected_by_monitoring'],
    ],
  ],
  ['Promises', ['sla_resolution', 'sla_response', 'sla_recorded', 'sla_disagreement']],
  [
    'First time right',
    [...['fcr', 'flr', 'reopen_rate', 'recurrence_rate', 'repeat_rate'], 'premature_closure_rate'],
  ],
  [
    'Handling',
    [
      ...['reassignment_rate', 'reassignments_mean', 'ping_pong_rate'],
      ...['escalation_functional', 'escalation_hierarchical', 'on_hold_share'],
      ...['knowledge_rate', 'automation_rate'],
    ],
  ],
  [
    'Majors and problems',
    ['major_count', 'major_mttr', 'days_between_majors', 'problem_link_rate'],
  ],
  ['Cost and satisfaction', ['cost_per_incident', 'hours_lost', 'csat', 'csat_response_rate']],
  [
    'Data quality',
    [
      ...['ci_coverage', 'vague_category_rate', 'recategorised_rate', 'reprioritised_rate'],
      ...['priority_mismatch_rate', 'chronology_fault_rate'],
    ],
  ],
];

const places = new Map(
  families.flatMap(([family, ids], index) =>
    ids.map((id, place) => [id, {family, place: index * 100 + place}] as const),
  ),
);

const own = {family: 'Own metrics', place: families.length * 100};

/** The family of a metric, and its place among all of them. */
export function familyOf(metric: string): {family: string; place: number} {
  return places.get(metric) ?? own;
}
