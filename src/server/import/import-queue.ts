import {randomBytes} from 'node:crypto';
import type {Logger} from 'pino';
import {UserError} from '../../base/user-error.ts';
import type {Failure} from '../errors.ts';
import type {ImportTask, ImportTaskResult} from './import-tasks.ts';
import type {runImportTask} from './run-import-task.ts';

const keptJobs = 30;

/** One import that was asked for, and what has become of it. */
export interface ImportJob {
  /** Nobody can guess it. */
  id: string;
  fileName: string;
  /** Rows the file was seen to have; null where nobody looked. */
  rowCount: number | null;
  origin: 'page' | 'inbox';
  /** The upload it is of; null for the inbox. */
  uploadId: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  /** What it is doing, in the words of `stageText`. */
  stage: JobStage;
  state: 'running' | 'done' | 'failed';
  /** Of the build, besides what the imports say themselves. */
  warnings: string[];
  result: ImportTaskResult | null;
  failure: Failure | null;
}

export interface JobStage {
  kind: 'opening' | 'reading' | 'building';
  /** The step, as the code that reports it calls it. */
  step: string;
  share: number | null;
}

export interface WantedImport extends ImportTask {
  rowCount: number | null;
  origin: ImportJob['origin'];
  uploadId: string | null;
}

export interface ImportSteps {
  before?(): Promise<void>;
  after(job: ImportJob): Promise<void>;
}

/** Imports of one server, one at a time: they write the same files. */
export interface ImportQueue {
  /**
   * Starts an import and answers at once.
   * @param steps `before` prepares it, so that no other one can come between; `after` is called when it has ended,
   *   whichever way
   * @throws UserError 409 while another one is running
   */
  start(wanted: WantedImport, steps: ImportSteps): ImportJob;
  /** The one that is running. */
  running(): ImportJob | null;
  /** @throws UserError 404 */
  find(id: string): ImportJob;
  /** Newest first. */
  recent(): readonly ImportJob[];
  /** Resolves when nothing is running; ends what is. */
  stop(): Promise<void>;
}

export interface QueueEffects {
  run: typeof runImportTask;
  log: Logger;
  now(): Date;
}

export function importQueue({run, log, now}: QueueEffects): ImportQueue {
  const jobs: ImportJob[] = [];
  const stopping = new AbortController();
  let current: {job: ImportJob; ended: Promise<void>} | null = null;

  return {
    start({rowCount, origin, uploadId, ...task}, steps) {
      if (current) throw busy(current.job);
      if (stopping.signal.aborted)
        throw new UserError('The server is stopping.', 'Start it again.', 503);
      const job: ImportJob = {
        id: randomBytes(16).toString('base64url'),
        fileName: task.file.name,
        rowCount,
        origin,
        uploadId,
        startedAt: now(),
        finishedAt: null,
        stage: {kind: 'opening', step: '', share: null},
        state: 'running',
        warnings: [],
        result: null,
        failure: null,
      };
      jobs.unshift(job);
      jobs.length = Math.min(jobs.length, keptJobs);
      const ended = runJob(job, task, {steps, run, log, now, signal: stopping.signal})
        .then(() => steps.after(job))
        .catch((error: unknown) => log.error({err: error}, 'after an import'))
        .finally(() => (current = null));
      current = {job, ended};
      return job;
    },
    running: () => current?.job ?? null,
    find(id) {
      const job = jobs.find((each) => each.id === id);
      if (job) return job;
      throw new UserError(
        'The server remembers no such import.',
        'It may have been started again since; the list on the Import page has every import.',
        404,
      );
    },
    recent: () => jobs,
    async stop() {
      stopping.abort();
      await current?.ended;
    },
  };
}

interface Running extends QueueEffects {
  steps: ImportSteps;
  signal: AbortSignal;
}

/** Never fails itself: what went wrong is the job's. */
async function runJob(
  job: ImportJob,
  task: ImportTask,
  {steps, run, log, now, signal}: Running,
): Promise<void> {
  const progress = {
    report: (step: string, share: number | null) => void (job.stage = stageOf(step, share, job)),
    done() {},
  };
  const warn = (message: string) => void job.warnings.push(message);
  try {
    await steps.before?.();
    job.result = await run('land', task, {progress, warn, signal});
    job.state = 'done';
  } catch (error) {
    job.failure = failureOf(error, log);
    job.state = 'failed';
  }
  job.finishedAt = now();
}

/** Reading rows comes first; whatever is reported after them belongs to the build. */
function stageOf(step: string, share: number | null, {stage}: ImportJob): JobStage {
  if (step === 'reading rows') return {kind: 'reading', step, share};
  return {kind: stage.kind === 'opening' && share === null ? 'opening' : 'building', step, share};
}

function failureOf(error: unknown, log: Logger): Failure {
  if (error instanceof UserError)
    return {status: error.status, error: error.message, remedy: error.remedy};
  log.error({err: error}, 'import failed');
  return {
    status: 500,
    error: 'The import failed through a fault of Meantime.',
    remedy:
      'Report it with the lines the server’s log has for it. Importing the file again counts nothing twice.',
  };
}

function busy({fileName}: ImportJob): UserError {
  return new UserError(
    `An import is running: ${fileName}.`,
    'Wait until it has ended, which the Import page shows, and try again.',
    409,
  );
}
