import {readCandidates} from '../../src/problems/read-candidates.ts';
import type {Session} from '../../src/warehouse/database.ts';

const columns = [
  ...['number', 'title', 'service', 'category', 'subcategory', 'priority', 'assignment_group'],
  ...['assignee', 'source', 'record_key', 'tier', 'problem_id'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((place) => `attribute_${place}`),
];

/** What stands in a page because it stands in the data: names, titles, codes of incidents and candidates. */
export async function dataValues(session: Session): Promise<Set<string>> {
  const values = new Set<string>();
  for (const column of columns)
    for (const {value} of await session.query<{value: string}>(
      `select distinct cast(${column} as varchar) as value from marts.fct_incident where ${column} is not null`,
    ))
      values.add(value);
  // The workspace's own names of what its exports add.
  for (const {label} of await session.query<{label: string}>(
    `select unnest([label, upper(label[1]) || label[2:]]) as label from settings.attribute`,
  ))
    values.add(label);
  const {candidates} = await readCandidates(session, []);
  for (const {name, label} of candidates) values.add(name).add(label);
  return values;
}
