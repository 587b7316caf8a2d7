import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {publishedBuilds} from '../warehouse/build-files.ts';
import {openBuild} from '../warehouse/publish.ts';
import {bindCatalogue, type Catalogue} from './catalogue.ts';
import {monthlyFigures, restatement, type MonthlyFigures, type RestatedBuild} from './restated.ts';

/** How many builds back figures are held against each other. */
const mostPairs = 4;

/** What the builds that are still kept said, one after the other. */
export interface BuildHistory {
  /**
   * What each of the last builds up to this one changed of the one before it, newest first.
   * Earlier files are opened read-only, asked once, and closed: a published build never changes.
   */
  restatements(current: CurrentBuild): Promise<RestatedBuild[]>;
}

export interface CurrentBuild {
  build: number;
  session: Session;
  /** Bound to it. */
  catalogue: Catalogue;
}

/** What a build said of its months, or why it can't be asked. */
export type Told = MonthlyFigures | {untold: string};

export function buildHistory(workspace: Workspace): BuildHistory {
  const told = new Map<number, Promise<Told>>();

  function tell(build: number, ask: () => Promise<Told>): Promise<Told> {
    const known = told.get(build) ?? ask();
    told.set(build, known);
    // What failed for want of a file or memory may succeed the next time.
    known.catch(() => told.delete(build));
    return known;
  }

  return {
    async restatements({build, session, catalogue}) {
      const kept = (await publishedBuilds(workspace)).filter((each) => each < build);
      const earlier = kept.slice(-mostPairs).reverse();
      for (const known of told.keys())
        if (known !== build && !earlier.includes(known)) told.delete(known);
      const all: {build: number; told: Told}[] = [
        {build, told: await tell(build, () => monthlyFigures(session, catalogue))},
      ];
      // One after the other: each may be a file of a gigabyte.
      for (const each of earlier) {
        const asked = tell(each, () => askBuild(workspace, each, catalogue));
        all.push({build: each, told: await asked.catch(unopened)});
      }
      return all.slice(0, -1).flatMap((after, index) => {
        const before = all[index + 1];
        return before ? [comparedBuilds(before, after)] : [];
      });
    },
  };
}

/** A build that was removed meanwhile, or is held by somebody, keeps no page from being shown. */
export function unopened(error: unknown): Told {
  if (error instanceof UserError) return {untold: error.message};
  throw error;
}

/**
 * The months of a build that is kept, in its file opened for this one question.
 * @throws UserError when the file is gone or held by somebody
 */
export async function askBuild(
  workspace: Workspace,
  build: number,
  catalogue: Catalogue,
  metrics?: readonly string[],
): Promise<Told> {
  const database = await openBuild(workspace, build);
  try {
    // Metrics that its marts can't answer are left out.
    return await monthlyFigures(database, await bindCatalogue(catalogue, database), metrics);
  } catch (error) {
    const [info] = await database.query<{code_version: string}>(
      'select code_version from settings.build_info',
    );
    // Its marts may lack what today's definitions read; then that is the answer.
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      untold: `Build ${build}, made by version ${info?.code_version ?? 'unknown'}, can’t be asked: ${why}`,
    };
  } finally {
    database.close();
  }
}

/** One build against the one before it. */
export function comparedBuilds(
  before: {build: number; told: Told},
  after: {build: number; told: Told},
): RestatedBuild {
  const untold = [before.told, after.told].find((each) => 'untold' in each);
  if (untold) return {build: after.build, before: before.build, incomparable: untold.untold};
  return restatement(before.told as MonthlyFigures, after.told as MonthlyFigures);
}
