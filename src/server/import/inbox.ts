import {mkdir, readdir, rename, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Logger} from 'pino';
import type {Workspace} from '../../config/workspace.ts';
import type {ImportQueue} from './import-queue.ts';
import {noAnswers} from './uploads.ts';

/** A file in the inbox that has not been imported. */
export interface InboxFile {
  name: string;
  byteCount: number;
  /** Why it could not be; null while it waits for its turn, or is still being written. */
  failure: {error: string; remedy: string} | null;
}

/** Files dropped into a workspace's `inbox/`, imported one after the other. */
export interface Inbox {
  files(): readonly InboxFile[];
  /** Looks once; what has not changed since the look before is imported. */
  look(): Promise<void>;
}

interface Seen extends InboxFile {
  /** Size and time of its last change. */
  state: string;
  /** Everything a failed import depended on: only when it changes there is a point in trying again. */
  failedAt: string | null;
}

export function inboxOf(
  workspace: Workspace,
  {queue, log}: {queue: ImportQueue; log: Logger},
): Inbox {
  let seen = new Map<string, Seen>();

  async function importNext(stable: readonly Seen[]): Promise<void> {
    const settings = await settingsState(workspace);
    const next = stable.find(({state, failedAt}) => failedAt !== `${state} ${settings}`);
    if (!next || queue.running()) return;
    const path = join(workspace.inboxDirectory, next.name);
    const file = {path, name: next.name};
    const task = {workspace: workspace.directory, file, answers: noAnswers};
    next.failure = null;
    const wanted = {...task, rowCount: null, origin: 'inbox' as const, uploadId: null};
    queue.start(wanted, {
      after: async ({failure}) => {
        if (failure === null) return putAway(workspace, next.name);
        next.failure = failure;
        // Somebody else was writing: the same file may go through the next time.
        next.failedAt = failure.status === 503 ? null : `${next.state} ${settings}`;
        log.warn(`inbox/${next.name} was not imported: ${failure.error} ${failure.remedy}`);
      },
    });
  }

  return {
    files: () => [...seen.values()],
    async look() {
      const found = new Map<string, Seen>();
      const stable: Seen[] = [];
      for (const {name, byteCount, state} of await filesIn(workspace.inboxDirectory)) {
        const before = seen.get(name);
        const isSame = before?.state === state;
        // The same object goes on: an import that is running reports to it.
        const file = isSame ? before : {name, byteCount, state, failure: null, failedAt: null};
        found.set(name, file);
        if (isSame && byteCount > 0) stable.push(file);
      }
      seen = found;
      await importNext(stable);
    },
  };
}

async function filesIn(
  directory: string,
): Promise<{name: string; byteCount: number; state: string}[]> {
  const entries = await readdir(directory, {withFileTypes: true}).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({name}) => name);
  const found = [];
  for (const name of names.filter(isExport).sort()) {
    // It may have been taken away since.
    const file = await stat(join(directory, name)).catch(() => null);
    if (file) found.push({name, byteCount: file.size, state: `${file.size} ${file.mtimeMs}`});
  }
  return found;
}

/** Hidden files, and those that programs give a name of its own until they are whole. */
function isExport(name: string): boolean {
  return (
    !name.startsWith('.') && !/(\.(part|partial|tmp|crdownload|download|filepart)|~)$/i.test(name)
  );
}

/** What else an import depends on: settings and the workspace's connectors. */
async function settingsState(workspace: Workspace): Promise<string> {
  const {configFile, pipelinesDirectory} = workspace;
  const own = await readdir(pipelinesDirectory).catch(() => []);
  const paths = [configFile, ...own.sort().map((name) => join(pipelinesDirectory, name))];
  const times = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return times.map((each) => each?.mtimeMs ?? 0).join();
}

/** Into `inbox/done/`, beside others of its name. */
async function putAway({inboxDirectory}: Workspace, name: string): Promise<void> {
  const done = join(inboxDirectory, 'done');
  await mkdir(done, {recursive: true});
  const taken = new Set(await readdir(done));
  let free = name;
  for (let number = 2; taken.has(free); number++)
    free = name.replace(/^([^.]*)/, (stem) => `${stem} (${number})`);
  await rename(join(inboxDirectory, name), join(done, free));
}
