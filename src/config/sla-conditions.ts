import {oneOrList, priorities} from './config-fields.ts';
import {unknownName, type ConfigProblem} from './config-problem.ts';
import type {SlaCondition} from './config.ts';
import type {WrittenPolicy} from './sla-file.ts';

/** Words of `match` and the fields they mean; attribute dimensions are fields of their own. */
const fields: Record<string, string> = {
  type: 'record_type',
  source: 'source',
  service: 'service',
  priority: 'priority',
  category: 'category',
  channel: 'channel',
  location: 'location',
  vip: 'vip',
};

const allowed: Record<string, readonly string[]> = {
  record_type: ['incident', 'request', 'problem', 'change', 'other'],
  priority: priorities,
  vip: ['true', 'false'],
};

/** What a policy asks of an incident: always a type, which is incident unless it is written. */
export function conditionsFromFile(
  match: NonNullable<WrittenPolicy['match']>,
  place: ConfigProblem['path'],
  {dimensions, sources}: {dimensions: string[]; sources: string[]},
): {conditions: SlaCondition[]; problems: ConfigProblem[]} {
  const problems: ConfigProblem[] = [];
  const conditions: SlaCondition[] = [];
  for (const [key, written] of Object.entries(match)) {
    const path = [...place, 'match', key];
    const field = fields[key] ?? key;
    const values = [...new Set(oneOrList(written).map(String))];
    if (fields[key] === undefined && !dimensions.includes(key))
      problems.push(
        unknownName(path, {
          kind: 'field',
          name: key,
          names: [...Object.keys(fields), ...dimensions],
        }),
      );
    // Without sources in the settings their names come with the imports.
    const known = field === 'source' && sources.length > 0 ? sources : allowed[field];
    for (const name of known ? values.filter((value) => !known.includes(value)) : [])
      problems.push(unknownName(path, {kind: key, name, names: known ?? []}));
    conditions.push({field, values});
  }
  if (!conditions.some(({field}) => field === 'record_type'))
    conditions.unshift({field: 'record_type', values: ['incident']});
  return {conditions, problems};
}
