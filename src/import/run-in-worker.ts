import {Worker} from 'node:worker_threads';
import {UserError} from '../base/user-error.ts';
import {NotAnExportError} from './not-an-export.ts';
import type {WorkerTasks} from './worker-tasks.ts';

/** A `UserError` on its way between threads. */
export interface Failure {
  message: string;
  remedy: string;
  status: number;
  isNoExport: boolean;
}

export type WorkerAnswer = {result: unknown} | {failure: Failure} | {error: unknown};

/** In MB; the thread ends with an error when it needs more, and the server goes on. */
const heapLimit = 1500;

/**
 * Runs one of `workerTasks` in a thread of its own, so that parsing a large file never holds up the server.
 * Run from TypeScript sources, where Node can't start a thread, it runs here: only tests do that.
 * @throws UserError as the task throws it, and when the thread runs out of memory
 */
export async function runInWorker<Name extends keyof WorkerTasks>(
  name: Name,
  input: Parameters<WorkerTasks[Name]>[0],
): Promise<Awaited<ReturnType<WorkerTasks[Name]>>> {
  type Result = Awaited<ReturnType<WorkerTasks[Name]>>;
  if (import.meta.url.endsWith('.ts')) {
    const {workerTasks} = await import('./worker-tasks.ts');
    return (await workerTasks[name](input as never)) as Result;
  }
  const worker = new Worker(new URL('./import-worker.js', import.meta.url), {
    workerData: {name, input},
    resourceLimits: {maxOldGenerationSizeMb: heapLimit},
  });
  return new Promise<Result>((resolve, reject) => {
    worker.once('message', (answer: WorkerAnswer) => {
      if ('result' in answer) resolve(answer.result as Result);
      else if ('failure' in answer) reject(userErrorOf(answer.failure));
      else reject(answer.error as Error);
    });
    worker.once('error', (error) => reject(asUserError(error)));
    worker.once('exit', (code) => reject(new Error(`the import thread ended with ${code}`)));
  });
}

function userErrorOf({message, remedy, status, isNoExport}: Failure): UserError {
  return isNoExport
    ? new NotAnExportError(message, remedy, status)
    : new UserError(message, remedy, status);
}

function asUserError(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new UserError(
    'The file needs more memory to read than there is for one file.',
    'Export it in smaller pieces, or as CSV; nothing of it was imported.',
    413,
  );
}
