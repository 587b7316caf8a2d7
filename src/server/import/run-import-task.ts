import {fork, type ChildProcess} from 'node:child_process';
import {UserError} from '../../base/user-error.ts';
import {TableChoiceError} from '../../import/readable-tables.ts';
import type {ImportTasks, TaskEffects} from './import-tasks.ts';

/** What the process says while it works, and at its end. */
export type TaskMessage =
  | {progress: {step: string; share: number | null}}
  | {warning: string}
  | {result: unknown}
  | {failure: {message: string; remedy: string; status: number; parts: readonly string[] | null}}
  | {bug: string};

export interface TaskRequest {
  name: keyof ImportTasks;
  input: unknown;
}

/**
 * Runs one of `importTasks` in a process of its own: a large file neither holds up the server's requests nor takes
 * it along when memory runs out, and the landing file is open only as long as it lives.
 * Run from TypeScript sources, which Node can't start a process from, it runs here: only tests do that.
 * @param signal ends the process; what was not committed is gone
 * @throws UserError as the task throws it
 */
export async function runImportTask<Name extends keyof ImportTasks>(
  name: Name,
  input: Parameters<ImportTasks[Name]>[0],
  {signal, ...effects}: TaskEffects & {signal: AbortSignal},
): Promise<Awaited<ReturnType<ImportTasks[Name]>>> {
  type Result = Awaited<ReturnType<ImportTasks[Name]>>;
  if (import.meta.url.endsWith('.ts')) {
    const {importTasks} = await import('./import-tasks.ts');
    return (await importTasks[name](input as never, effects)) as Result;
  }
  signal.throwIfAborted();
  const child = fork(new URL('./import-process.js', import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
  });
  child.send({name, input} satisfies TaskRequest);
  return (await answerOf(child, effects)) as Result;
}

function answerOf(child: ChildProcess, {progress, warn}: TaskEffects): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: TaskMessage) => {
      if ('progress' in message) progress.report(message.progress.step, message.progress.share);
      else if ('warning' in message) warn(message.warning);
      else if ('result' in message) resolve(message.result);
      else if ('failure' in message) {
        const {message: text, remedy, status, parts} = message.failure;
        const isChoice = parts !== null;
        reject(
          isChoice
            ? new TableChoiceError(text, remedy, parts)
            : new UserError(text, remedy, status),
        );
      } else reject(new Error(message.bug));
    });
    child.once('error', reject);
    child.once('exit', (code, by) => reject(endedEarly(code, by)));
  });
}

/** An answer that came before has settled the promise already. */
function endedEarly(code: number | null, by: NodeJS.Signals | null): Error {
  return new UserError(
    `The import’s process ended before it was done (${by ?? `code ${code}`}).`,
    'Most likely the machine had too little memory for the file. Import it in parts, or where there is more; nothing of it was kept unless the report says so.',
    500,
  );
}
