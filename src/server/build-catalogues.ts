import {UserError} from '../base/user-error.ts';
import {bindCatalogue, type Catalogue} from '../metrics/catalogue.ts';
import type {Log} from '../base/log.ts';
import type {Database} from '../warehouse/database.ts';
import type {OpenBuild, Published} from './published.ts';

/** The metrics as builds can answer them. */
export interface BuildCatalogues {
  /** Those of one build, with its attributes as dimensions. */
  of(open: Pick<OpenBuild, 'database'>): Promise<Catalogue>;
  /** Those of the newest build; as the files say while nothing has been built. */
  newest(): Promise<Catalogue>;
}

/**
 * Binds the catalogue to each build once, when it is first asked for.
 * @param log is told which metrics a build can't answer
 */
export function followCatalogues(
  files: Catalogue,
  published: Published,
  log: Pick<Log, 'warn'>,
): BuildCatalogues {
  const bound = new WeakMap<Database, Promise<Catalogue>>();

  function of({database}: Pick<OpenBuild, 'database'>): Promise<Catalogue> {
    const known = bound.get(database) ?? bindAndTell(database);
    bound.set(database, known);
    return known;
  }

  async function bindAndTell(database: Database): Promise<Catalogue> {
    const catalogue = await bindCatalogue(files, database);
    const fresh = catalogue.problems.filter((problem) => !files.problems.includes(problem));
    for (const {message, remedy} of fresh) log.warn(`${message} ${remedy}`);
    return catalogue;
  }

  return {
    of,
    async newest() {
      try {
        return await published.use(of);
      } catch (error) {
        if (error instanceof UserError) return files;
        throw error;
      }
    },
  };
}
