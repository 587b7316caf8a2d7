import type {Catalogue} from '../metrics/catalogue.ts';
import type {FindingContext} from '../findings/finding-context.ts';
import type {Finding, FoundFact} from '../findings/finding.ts';
import {keptOrFound, readKept} from '../findings/kept-facts.ts';
import {readFindings, type FindingScope} from '../findings/read-findings.ts';
import type {Database} from '../warehouse/database.ts';
import {keepRecent, type Recent} from './keep-recent.ts';

/** What was found in a build, kept while the build is open. */
export interface FindingCache {
  of(build: FoundIn, scope: FindingScope): Promise<Finding[]>;
  /** The same without looking: null where it would have to be looked for, which takes a second or more. */
  ifKnown(build: FoundIn, scope: FindingScope): Promise<Finding[] | null>;
}

interface FoundIn {
  database: Database;
  catalogue: Catalogue;
}

/** A year of weeks and months, and a few looks at parts. */
const mostKept = 100;

/**
 * Looks for facts once a build, period and filters; the period before, which tells what is news, is kept
 * too.
 */
export function keepFindings(findIn: typeof keptOrFound = keptOrFound): FindingCache {
  const kept = new WeakMap<Database, Recent<FoundFact[]>>();

  function factsOf(database: Database): Recent<FoundFact[]> {
    const facts = kept.get(database) ?? keepRecent<FoundFact[]>(mostKept);
    kept.set(database, facts);
    return facts;
  }

  return {
    of({database, catalogue}, scope) {
      const facts = factsOf(database);
      return readFindings({session: database, catalogue}, scope, (context) =>
        facts.of(keyOf(context), () => findIn(context)),
      );
    },
    async ifKnown({database, catalogue}, scope) {
      const facts = factsOf(database);
      let isKnown = true;
      const findings = await readFindings(
        {session: database, catalogue},
        scope,
        async (context) => {
          const known = facts.made(keyOf(context)) ?? (await readKept(context));
          isKnown &&= known !== null;
          return known ?? [];
        },
      );
      return isKnown ? findings : null;
    },
  };
}

function keyOf({period, where}: FindingContext): string {
  return JSON.stringify([period.id, where]);
}
