import type {Catalogue} from '../metrics/catalogue.ts';
import type {FindingContext} from '../findings/finding-context.ts';
import type {Finding, FoundFact} from '../findings/finding.ts';
import {keptOrFound} from '../findings/kept-facts.ts';
import {readFindings, type FindingScope} from '../findings/read-findings.ts';
import type {Database} from '../warehouse/database.ts';
import {keepRecent, type Recent} from './keep-recent.ts';

/** What was found in a build, kept while the build is open. */
export interface FindingCache {
  of(build: {database: Database; catalogue: Catalogue}, scope: FindingScope): Promise<Finding[]>;
}

/** A year of weeks and months, and a few looks at parts. */
const mostKept = 100;

/**
 * Looks for facts once a build, period and filters; the period before, which tells what is news, is kept
 * too.
 */
export function keepFindings(findIn: typeof keptOrFound = keptOrFound): FindingCache {
  const kept = new WeakMap<Database, Recent<FoundFact[]>>();

  function factsOf(database: Database) {
    const facts = kept.get(database) ?? keepRecent<FoundFact[]>(mostKept);
    kept.set(database, facts);
    return (context: FindingContext): Promise<FoundFact[]> =>
      facts.of(JSON.stringify([context.period.id, context.where]), () => findIn(context));
  }

  return {
    of: ({database, catalogue}, scope) =>
      readFindings({session: database, catalogue}, scope, factsOf(database)),
  };
}
