import {UserError} from '../base/user-error.ts';
import type {Log} from '../base/log.ts';
import type {Workspace} from '../config/workspace.ts';
import {currentBuild} from '../warehouse/build-files.ts';
import type {Database} from '../warehouse/database.ts';
import {openBuild} from '../warehouse/publish.ts';

/** A published build held open. */
export interface OpenBuild {
  build: number;
  database: Database;
}

/** The build that is published now, whichever that is. */
export interface Published {
  /**
   * Runs `work` on the newest build. The build stays open until `work` is done, though a newer one
   * may be published meanwhile: a request sees one build from start to end.
   * @throws UserError 503 while nothing has been built
   */
  use<T>(work: (open: OpenBuild) => Promise<T>): Promise<T>;
  /** Closes what is open once the work under way is done. */
  close(): Promise<void>;
}

interface Held extends OpenBuild {
  users: number;
  isRetired: boolean;
}

/** Follows the workspace's published build, from one to the next, without dropping a request; `onMoved` hears of each but the first. */
export function followPublished(
  workspace: Workspace,
  log: Log,
  onMoved: () => void = () => undefined,
): Published {
  let held: Held | null = null;
  let moving: Promise<void> | null = null;
  let unopened: number | null = null;
  let isClosed = false;

  /** Counts its user before anything else can run, so that it can't be closed in between. */
  async function acquire(): Promise<Held> {
    const build = await currentBuild(workspace);
    if (build === null) throw nothingBuilt();
    if (isClosed) throw stopping();
    if (held?.build !== build) await (moving ??= moveTo(build).finally(() => (moving = null)));
    if (isClosed || !held) throw stopping();
    held.users += 1;
    return held;
  }

  async function moveTo(build: number): Promise<void> {
    const before = held;
    const database = await openBuild(workspace, build).catch((error: unknown) => {
      if (!before) throw error;
      // The figures of the build before are still right as of their own time, which every page says.
      if (unopened !== build) log.warn(`Build ${build} can’t be opened: ${String(error)}`);
      unopened = build;
    });
    if (!database) return;
    if (isClosed) return database.close();
    held = {build, database, users: 0, isRetired: false};
    if (!before) return;
    retire(before);
    log.info(`Moved from build ${before.build} to build ${build}.`);
    onMoved();
  }

  return {
    async use(work) {
      if (isClosed) throw stopping();
      const open = await acquire();
      try {
        return await work(open);
      } finally {
        open.users -= 1;
        closeIfUnused(open);
      }
    },
    async close() {
      isClosed = true;
      await moving?.catch(() => undefined);
      if (held) retire(held);
      held = null;
    },
  };
}

function stopping(): UserError {
  return new UserError('The server is stopping.', 'Start it again.', 503);
}

function retire(build: Held): void {
  build.isRetired = true;
  closeIfUnused(build);
}

function closeIfUnused(build: Held): void {
  if (build.isRetired && build.users === 0) build.database.close();
}

function nothingBuilt(): UserError {
  return new UserError(
    'There are no figures yet.',
    'Import an export of your tool on the Import page, or with: meantime import FILE',
    503,
  );
}
