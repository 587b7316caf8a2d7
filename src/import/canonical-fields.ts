export type Grain = 'incident' | 'version' | 'change' | 'sla_cycle';
export type FieldType = 'text' | 'instant' | 'flag' | 'count' | 'number';

/** What a row about a record can say; the names and types are columns of `landing.record_version`. */
export const recordFields = {
  record_id: 'text',
  number: 'text',
  record_type: 'text',
  title: 'text',
  description: 'text',
  service: 'text',
  category: 'text',
  subcategory: 'text',
  ci: 'text',
  location: 'text',
  channel: 'text',
  requester: 'text',
  vip: 'flag',
  impact: 'text',
  urgency: 'text',
  priority: 'text',
  status: 'text',
  assignment_group: 'text',
  assignee: 'text',
  tier: 'text',
  occurred_at: 'instant',
  detected_at: 'instant',
  opened_at: 'instant',
  responded_at: 'instant',
  resolved_at: 'instant',
  closed_at: 'instant',
  updated_at: 'instant',
  version_number: 'count',
  reopen_count: 'count',
  reassignment_count: 'count',
  resolution_code: 'text',
  resolution_notes: 'text',
  knowledge_id: 'text',
  is_automated: 'flag',
  is_major: 'flag',
  parent_id: 'text',
  problem_id: 'text',
  change_id: 'text',
  duplicate_of: 'text',
  sla_met_recorded: 'flag',
  sla_due_at: 'instant',
  satisfaction: 'number',
} as const satisfies Record<string, FieldType>;

/** What a row of an audit trail can say; `field` names the canonical field that changed. */
export const changeFields = {
  record_id: 'text',
  field: 'text',
  from_value: 'text',
  to_value: 'text',
  changed_at: 'instant',
  changed_by: 'text',
} as const satisfies Record<string, FieldType>;

/** What a row of an SLA export can say; durations are seconds. */
export const slaFields = {
  record_id: 'text',
  sla_name: 'text',
  kind: 'text',
  stage: 'text',
  started_at: 'instant',
  ended_at: 'instant',
  due_at: 'instant',
  is_breached: 'flag',
  elapsed_seconds: 'number',
  paused_seconds: 'number',
  business_seconds: 'number',
} as const satisfies Record<string, FieldType>;

export type CanonicalField =
  keyof typeof recordFields | keyof typeof changeFields | keyof typeof slaFields;

/** The fields that rows of a grain can fill, with the type of each. */
export function fieldsOfGrain(grain: Grain): Readonly<Record<string, FieldType>> {
  if (grain === 'change') return changeFields;
  return grain === 'sla_cycle' ? slaFields : recordFields;
}

/** The landing table that rows of a grain end in. */
export function tableOfGrain(grain: Grain): 'record_version' | 'change' | 'sla_cycle' {
  return grain === 'incident' || grain === 'version' ? 'record_version' : grain;
}
