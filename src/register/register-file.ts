import {randomUUID} from 'node:crypto';
import {existsSync} from 'node:fs';
import {link, mkdir, rename, rm} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {openDatabase, type Database, type Session} from '../warehouse/database.ts';
import {bringUpToDate, latestVersion, versionOf} from './schema-versions.ts';

/** Waits between ten tries of two seconds in all, in milliseconds: whoever holds the file does so briefly. */
const waits = [20, 40, 80, 160, 200, 300, 400, 400, 400];

const outdated = Symbol('a register of an earlier release');

/** The last piece of work on each file in this process: DuckDB's lock holds between processes only. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Reads what people decided. The file is open only meanwhile.
 * @returns what `work` found, or `absent` while nobody has decided anything
 * @throws UserError 503 when another process holds the file for longer than two seconds
 */
export async function readRegister<T>(
  {registerFile}: Workspace,
  work: (session: Session) => Promise<T>,
  {absent}: {absent: T},
): Promise<T> {
  if (!existsSync(registerFile)) return absent;
  return inTurn(registerFile, async () => {
    const found = await opened(registerFile, 'read', async (session) =>
      (await versionOf(session, registerFile)) < latestVersion ? outdated : work(session),
    );
    if (found !== outdated) return found;
    // A register of an earlier release is brought up to date before it is read.
    await opened(registerFile, 'write', bringUpToDate);
    return opened(registerFile, 'read', work);
  });
}

/**
 * Changes what people decided: all of `work` or, when it throws or the process dies, nothing of it.
 * The first change makes the file.
 * @throws UserError 503 when another process holds the file for longer than two seconds
 */
export async function changeRegister<T>(
  {registerFile, dataDirectory}: Workspace,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return inTurn(registerFile, async () => {
    await mkdir(dataDirectory, {recursive: true});
    if (!existsSync(registerFile)) await create(registerFile);
    return opened(registerFile, 'write', async (session) => {
      await versionOf(session, registerFile);
      await bringUpToDate(session);
      return inTransaction(session, () => work(session));
    });
  });
}

/** Made whole under another name, since a file that is cut off in the making can't be opened again. */
async function create(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}.new`;
  try {
    await opened(aside, 'write', bringUpToDate);
    await putInPlace(aside, path);
  } finally {
    await rm(aside, {force: true});
  }
}

/** Never over a register that another process has made meanwhile. */
async function putInPlace(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
  } catch (error) {
    if (existsSync(path)) return;
    // Some file systems have no links.
    const {code} = error as NodeJS.ErrnoException;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    await rename(aside, path);
  }
}

async function inTransaction<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.run('begin');
  try {
    const result = await work();
    await session.run('commit');
    return result;
  } catch (error) {
    // Where the commit failed there is nothing left to roll back; the first error is the one to tell.
    await session.run('rollback').catch(() => undefined);
    throw error;
  }
}

async function opened<T>(
  path: string,
  mode: 'read' | 'write',
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const database = await openPatiently(path, mode);
  try {
    return await database.session(work);
  } finally {
    database.close();
  }
}

async function openPatiently(path: string, mode: 'read' | 'write'): Promise<Database> {
  for (let tried = 0; ; tried++) {
    try {
      return await openDatabase(path, {mode, settings: {threads: '1'}});
    } catch (error) {
      const pause = waits[tried];
      if (!(error instanceof UserError) || pause === undefined) throw error;
      await wait(pause);
    }
  }
}

function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(path) ?? Promise.resolve()).then(work);
  const settled = turn.catch(() => undefined);
  queues.set(path, settled);
  void settled.then(() => {
    if (queues.get(path) === settled) queues.delete(path);
  });
  return turn;
}
