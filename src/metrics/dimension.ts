import {phrase} from '../wording/t.ts';

/** What metrics can be cut and filtered by: a column of the marts with words for people. */
export interface Dimension {
  id: string;
  /** The column of the marts that holds it: its id, but for attributes. */
  column: string;
  /** `priority`, as in "by priority". */
  label: string;
  /** `priorities`, as in "all priorities". */
  plural: string;
  /** How values are compared for display; nulls come last. */
  order: 'text' | 'number' | readonly string[];
  /** The column holds true or false. */
  isBoolean?: boolean;
}

export const ageBands = [
  '0–2 days',
  '2–5 days',
  '5–10 days',
  '10–30 days',
  'over 30 days',
] as const;

/** Every dimension, in the order menus offer them. */
export const dimensions: readonly Dimension[] = [
  text('source', 'source', 'sources'),
  text('service', 'service', 'services'),
  text('priority', 'priority', 'priorities'),
  text('category', 'category', 'categories'),
  text('subcategory', 'subcategory', 'subcategories'),
  text('assignment_group', 'group', 'groups'),
  text('tier', 'tier', 'tiers'),
  text('channel', 'channel', 'channels'),
  text('location', 'location', 'locations'),
  text('ci', 'configuration item', 'configuration items'),
  text('resolution_code', 'resolution code', 'resolution codes'),
  text('assignee', 'assignee', 'assignees'),
  text('status', 'status', 'statuses'),
  {...text('is_major', 'major incident', 'major incidents'), isBoolean: true},
  text('opened_weekday', 'weekday', 'weekdays'),
  {...text('opened_hour', 'hour of day', 'hours of day'), order: 'number'},
  text('opened_shift', 'shift', 'shifts'),
  {...text('resolve_band', 'time to resolve', 'times to resolve'), order: 'number'},
  {...text('age_band', 'age', 'ages'), order: ageBands},
  text('resolved_at_source', 'origin of the resolved time', 'origins of the resolved time'),
  text('came_back_evidence', 'evidence of coming back', 'kinds of evidence'),
  text('sla_policy', 'SLA policy', 'SLA policies'),
  text('sla_disagreement_reason', 'reason of the disagreement', 'reasons of the disagreement'),
];

function text(id: string, label: string, plural: string): Dimension {
  return {id, column: id, label, plural, order: 'text'};
}

const byId = new Map(dimensions.map((dimension) => [dimension.id, dimension]));

/**
 * The dimension of that name, or undefined: names of requests are looked up, never used as they come.
 * @param attributes dimensions of the workspace's own; a name of the built-in ones is never theirs
 */
export function findDimension(
  id: string,
  attributes: readonly Dimension[] = [],
): Dimension | undefined {
  return byId.get(id) ?? attributes.find((attribute) => attribute.id === id);
}

/** What can be cut: a metric, the footing. */
export interface Cuttable {
  id: string;
  /** Ids of its dimensions: the allow-list. */
  by: readonly string[];
  /** Those of them that are the workspace's own. */
  attributes?: readonly Dimension[];
}

/** One of the dimensions that it can be cut by, or undefined. */
export function dimensionOf({by, attributes}: Cuttable, id: string): Dimension | undefined {
  return by.includes(id) ? findDimension(id, attributes) : undefined;
}

/** Order of two values for display: P1 before P2, Monday before Tuesday, young before old, null last. */
export function compareValues(id: string, a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  // Values of attributes are texts.
  const order = byId.get(id)?.order ?? 'text';
  if (order === 'number') return Number(a) - Number(b) || compareText(a, b);
  if (order === 'text') return compareText(a, b);
  return rank(order, a) - rank(order, b) || compareText(a, b);
}

function rank(order: readonly string[], value: string): number {
  const index = order.indexOf(value);
  return index < 0 ? order.length : index;
}

const collator = new Intl.Collator('en-GB', {numeric: true});

function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}

const fieldLabels: Record<string, string> = {
  occurred_at: phrase`occurrence time`,
  detected_at: phrase`detection time`,
  responded_at: phrase`response time`,
  first_resolved_at: phrase`first resolution time`,
  resolved_at: phrase`resolution time`,
  closed_at: phrase`closing time`,
  ci: phrase`CI`,
  resolve_hours: phrase`a plausible resolution time`,
  first_resolve_hours: phrase`a plausible first resolution time`,
  is_first_contact: phrase`first-contact verdict`,
  is_first_level: phrase`first-level verdict`,
  is_sla_recorded_met: phrase`recorded SLA verdict`,
  is_sla_resolution_met: phrase`resolution SLA verdict`,
  is_sla_response_met: phrase`response SLA verdict`,
  is_sla_disagreement: phrase`both SLA verdicts`,
  business_hours: phrase`a plausible resolution time`,
  active_hours: phrase`status history`,
  hold_hours: phrase`status history`,
  hours_lost: phrase`a plausible resolution time`,
  observed_hours: phrase`a plausible time`,
  problem_id: phrase`linked problem`,
  has_knowledge: phrase`linked article`,
  is_automated: phrase`automation flag`,
  handling_cost: phrase`price of the tier`,
  is_escalated_functionally: phrase`history of groups`,
  is_escalated_hierarchically: phrase`history of priorities`,
  is_recategorised: phrase`history of categories`,
  is_reprioritised: phrase`history of priorities`,
  is_priority_mismatch: phrase`impact, urgency and priority`,
};

/** A column in words, as in "detection time filled on 0.6 %". */
export function fieldLabel(column: string): string {
  const known = fieldLabels[column] ?? byId.get(column)?.label;
  return known ?? column.replace(/_(at|on)$/, ' time').replaceAll('_', ' ');
}
