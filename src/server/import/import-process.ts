import {UserError} from '../../base/user-error.ts';
import {TableChoiceError} from '../../import/readable-tables.ts';
import {importTasks, type TaskEffects} from './import-tasks.ts';
import type {TaskMessage, TaskRequest} from './run-import-task.ts';

const reportedEveryMs = 200;

/** The process that `runImportTask` starts: one task, one answer. */
process.once('message', (request: TaskRequest) => {
  void answer(request).then((message) => {
    process.send?.(message, () => process.disconnect());
  });
});
// Without the server nobody waits for the answer.
process.once('disconnect', () => process.exit());

async function answer({name, input}: TaskRequest): Promise<TaskMessage> {
  try {
    return {result: await importTasks[name](input as never, effects())};
  } catch (error) {
    if (error instanceof UserError) {
      const {message, remedy, status} = error;
      const parts = error instanceof TableChoiceError ? error.parts : null;
      return {failure: {message, remedy, status, parts}};
    }
    return {bug: error instanceof Error ? (error.stack ?? error.message) : String(error)};
  }
}

function effects(): TaskEffects {
  let last = {step: '', at: 0};
  return {
    warn: (warning) => tell({warning}),
    progress: {
      report(step, share) {
        const at = performance.now();
        if (step === last.step && at - last.at < reportedEveryMs) return;
        last = {step, at};
        tell({progress: {step, share}});
      },
      done() {},
    },
  };
}

function tell(message: TaskMessage): void {
  if (process.connected) process.send?.(message);
}
