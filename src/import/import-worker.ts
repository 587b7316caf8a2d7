import {parentPort, workerData} from 'node:worker_threads';
import {UserError} from '../base/user-error.ts';
import {NotAnExportError} from './not-an-export.ts';
import type {WorkerAnswer} from './run-in-worker.ts';
import {workerTasks} from './worker-tasks.ts';

/** The thread that `runInWorker` starts: one task, one answer. */
const {name, input} = workerData as {name: keyof typeof workerTasks; input: never};
parentPort?.postMessage(await answer());

async function answer(): Promise<WorkerAnswer> {
  try {
    return {result: await workerTasks[name](input)};
  } catch (error) {
    if (!(error instanceof UserError)) return {error};
    const {message, remedy, status} = error;
    return {failure: {message, remedy, status, isNoExport: error instanceof NotAnExportError}};
  }
}
