import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {buildPath, currentBuild} from './build-files.ts';
import {openDatabase, type Database} from './database.ts';

/**
 * The published build, read-only, and with no way from SQL to files, network or settings.
 * @throws UserError when nothing has been built yet
 */
export async function openPublished(workspace: Workspace): Promise<Database> {
  const build = await currentBuild(workspace);
  if (build === null)
    throw new UserError(
      `${workspace.directory} has no figures yet.`,
      'Import an export of your tool: meantime import FILE',
      503,
    );
  return openBuild(workspace, build);
}

/** A published build by number, locked like the current one: what a pack was made from. */
export async function openBuild(workspace: Workspace, build: number): Promise<Database> {
  const database = await openDatabase(buildPath(workspace, build, ''), {mode: 'read'});
  await lockDown(database);
  return database;
}

async function lockDown(database: Database): Promise<void> {
  // Within a process all who open a file share one engine, which the first has locked.
  const [row] = await database.query<{is_locked: boolean}>(
    `select current_setting('lock_configuration') as is_locked`,
  );
  if (row?.is_locked) return;
  // The order matters: temp_directory can't be set any more once external access is off.
  await database.run(`
    set temp_directory = '';
    set allowed_directories = [];
    set enable_external_access = false;
    set allow_community_extensions = false;
    set autoload_known_extensions = false;
    set autoinstall_known_extensions = false;
    set memory_limit = '2GB';
    set lock_configuration = true;
  `);
}
