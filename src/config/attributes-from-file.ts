import type {ConfigFile} from './config-file.ts';
import type {ConfigProblem} from './config-problem.ts';
import type {Attribute} from './config.ts';

/** Each is a column of the marts of its own. */
const attributeLimit = 8;

/** Ids that dimensions, filters, conditions, parameters of addresses and columns of answers have already. */
const takenIds: ReadonlySet<string> = new Set(
  `attribute, cancelled, coverage, day, excluded, first_on, format, high, is_complete, is_provisional,
  low, metric, n, note, open_at_end, open_at_start, open_count, opened, page, page_size, population,
  reopened, residual, resolved, sort, text, unit, value, where,
  age_band, assignee, assignment_group, by, came_back_evidence, category, channel, ci, filter, from,
  grain, is_major, kind, limit, location, metric, number, opened_hour, opened_shift, opened_weekday,
  period, policy, priority, record_id, record_no, record_type, requester, resolution_code,
  resolve_band, resolved_at_source, service,
  sla_disagreement_reason, sla_policy, source, status, subcategory, tier, title, to,
  type, until, vip`.split(/,\s+/),
);

/** Columns of the exports that become dimensions, in the order of the file. */
export function attributesFromFile(written: NonNullable<ConfigFile['attributes']>): {
  attributes: Attribute[];
  problems: ConfigProblem[];
} {
  const entries = Object.entries(written);
  const problems = entries.flatMap(([dimension], index) => {
    const path = ['attributes', dimension];
    if (takenIds.has(dimension) || /^attribute_\d$/.test(dimension))
      return [{path, message: `"${dimension}" has a meaning already. Take another name.`}];
    if (index !== attributeLimit) return [];
    const message = `There may be ${attributeLimit} attributes at most. Leave out ${entries.length - attributeLimit}.`;
    return [{path, message}];
  });
  const attributes = entries.map(([dimension, {column, label = plain(dimension), plural}]) => ({
    dimension,
    attribute: column,
    label,
    plural: plural ?? pluralOf(label),
  }));
  return {attributes, problems};
}

function plain(dimension: string): string {
  return dimension.replaceAll('_', ' ');
}

function pluralOf(label: string): string {
  if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}
