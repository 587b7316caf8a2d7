import type {Logger} from 'pino';
import type {Workspace} from '../../config/workspace.ts';
import {importQueue, type ImportQueue} from './import-queue.ts';
import {inboxOf, type Inbox} from './inbox.ts';
import {uploadReviews, type UploadReviews} from './review-uploads.ts';
import {runImportTask} from './run-import-task.ts';
import {uploadsOf, type Uploads} from './uploads.ts';

/** How often the inbox is looked into: a file that is the same twice is whole. */
const inboxEveryMs = 5000;
const uploadsEveryMs = 600_000;

/** Everything a server does to bring data in. */
export interface Imports {
  uploads: Uploads;
  reviews: UploadReviews;
  queue: ImportQueue;
  inbox: Inbox;
  /** Looks into the inbox and clears up, again and again, until `stop`. */
  watch(): void;
  stop(): Promise<void>;
}

export interface ImportsEffects {
  log: Logger;
  now(): Date;
  /** What runs tasks; tests pass their own. */
  run?: typeof runImportTask;
}

export function importsOf(
  workspace: Workspace,
  {log, now, run = runImportTask}: ImportsEffects,
): Imports {
  const stopping = new AbortController();
  const uploads = uploadsOf(workspace, {now});
  const queue = importQueue({run, log, now});
  const inbox = inboxOf(workspace, {queue, log});
  const timers: NodeJS.Timeout[] = [];

  function repeat(everyMs: number, work: () => Promise<void>): void {
    let isBusy = false;
    const once = () => {
      if (isBusy) return;
      isBusy = true;
      void work()
        .catch((error: unknown) => log.error({err: error}, 'the inbox and uploads'))
        .finally(() => (isBusy = false));
    };
    once();
    timers.push(setInterval(once, everyMs).unref());
  }

  return {
    uploads,
    reviews: uploadReviews({workspace, uploads, run, signal: stopping.signal}),
    queue,
    inbox,
    watch() {
      repeat(inboxEveryMs, inbox.look);
      repeat(uploadsEveryMs, uploads.removeOld);
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await queue.stop();
    },
  };
}
