import {language} from '../wording/language.ts';
import {findFacts} from './find-facts.ts';
import type {FindingContext} from './finding-context.ts';
import type {FoundFact} from './finding.ts';
import {readFindings, type FindingSource} from './read-findings.ts';

/**
 * Finds what pages and packs ask for first, the facts of all incidents in the last complete week and
 * month and in the ones before, and keeps them in a build that isn't published yet. Like a model they
 * follow from the build alone. They are told in the language that holds at the call.
 */
export async function keepDefaultFacts(source: FindingSource): Promise<void> {
  const {session} = source;
  await session.run(
    'create table settings.kept_facts (period varchar, language varchar, facts varchar)',
  );
  const keep = async (context: FindingContext): Promise<FoundFact[]> => {
    const facts = await findFacts(context);
    await session.run('insert into settings.kept_facts values ($period, $language, $facts)', {
      period: context.period.id,
      language: language(),
      facts: JSON.stringify(facts),
    });
    return facts;
  };
  for (const grain of ['week', 'month'] as const)
    await readFindings(source, {grain, period: null, where: []}, keep);
}
