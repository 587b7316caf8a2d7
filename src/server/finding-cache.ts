import type {Catalogue} from '../metrics/catalogue.ts';
import type {FindingContext} from '../findings/finding-context.ts';
import type {Finding, FoundFact} from '../findings/finding.ts';
import {keptOrFound} from '../findings/kept-facts.ts';
import {readFindings, type FindingScope} from '../findings/read-findings.ts';
import type {Database} from '../warehouse/database.ts';

/** What was found in a build, kept while the build is open. */
export interface FindingCache {
  of(build: {database: Database; catalogue: Catalogue}, scope: FindingScope): Promise<Finding[]>;
}

/** A year of weeks and months, and a few looks at parts. */
const mostKept = 100;

/**
 * Looks for facts once a build, period and filters; the period before, which tells what is news, is kept
 * too. What was not asked for longest goes first.
 */
export function keepFindings(findIn: typeof keptOrFound = keptOrFound): FindingCache {
  const kept = new WeakMap<Database, Map<string, Promise<FoundFact[]>>>();

  function factsOf(database: Database) {
    const facts = kept.get(database) ?? new Map<string, Promise<FoundFact[]>>();
    kept.set(database, facts);
    return (context: FindingContext): Promise<FoundFact[]> => {
      const key = JSON.stringify([context.period.id, context.where]);
      const found = facts.get(key) ?? findIn(context);
      // Last in the order of a map: what is asked again is young again.
      facts.delete(key);
      facts.set(key, found);
      found.catch(() => facts.delete(key));
      for (const oldest of facts.keys()) {
        if (facts.size <= mostKept) break;
        facts.delete(oldest);
      }
      return found;
    };
  }

  return {
    of: ({database, catalogue}, scope) =>
      readFindings({session: database, catalogue}, scope, factsOf(database)),
  };
}
