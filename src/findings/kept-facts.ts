import {hasTable} from '../warehouse/has-table.ts';
import {language} from '../wording/language.ts';
import {findFacts} from './find-facts.ts';
import type {FindingContext} from './finding-context.ts';
import type {FoundFact} from './finding.ts';

/** The facts of a period: those kept in the build in the language that holds, else what is found now. */
export async function keptOrFound(context: FindingContext): Promise<FoundFact[]> {
  return (await readKept(context)) ?? findFacts(context);
}

/** The facts of a period that the build keeps; null where they would have to be looked for. */
export async function readKept({
  session,
  period,
  where,
}: FindingContext): Promise<FoundFact[] | null> {
  if (where.length > 0) return null;
  if (!(await hasTable(session, {schema: 'settings', table: 'kept_facts'}))) return null;
  const [row] = await session.query<{facts: string}>(
    'select facts from settings.kept_facts where period = $period and language = $language',
    {period: period.id, language: language()},
  );
  return row ? (JSON.parse(row.facts, numberAgain) as FoundFact[]) : null;
}

/** JSON has no NaN: what is compared with nothing. */
function numberAgain(key: string, value: unknown): unknown {
  return key === 'reference' && value === null ? NaN : value;
}
