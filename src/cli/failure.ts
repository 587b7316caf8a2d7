import {CommanderError} from 'commander';
import {UserError} from '../base/user-error.ts';
import {printable, styleFor, type Environment, type OutputStream} from './terminal.ts';

interface FailureOutput {
  stdout: OutputStream;
  stderr: OutputStream;
  env: Environment;
  isJson: boolean;
}

interface Failure {
  message: string;
  remedy: string | null;
  stack?: string;
}

/** 0 when nothing failed (help was shown), 1 for what the person can put right, 2 for our bugs. */
export function exitCodeFor(error: unknown): 0 | 1 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
  return asUserError(error) ? 1 : 2;
}

/**
 * Says what went wrong: one line and the remedy on stderr, a bug with its stack;
 * under `--json` as `{"error": {message, remedy}}` on stdout, where the result would have been.
 */
export function printError(error: unknown, {stdout, stderr, env, isJson}: FailureOutput): void {
  const failure = failureOf(error);
  if (isJson) {
    stdout.write(`${JSON.stringify({error: failure}, null, 2)}\n`);
    return;
  }
  const style = styleFor(stderr, env);
  stderr.write(`${style.bad('Error:')} ${printable(failure.message)}\n`);
  if (failure.remedy !== null) stderr.write(`${printable(failure.remedy)}\n`);
  if (failure.stack !== undefined) {
    stderr.write('This is a bug in Meantime. Please report it with the lines below.\n');
    stderr.write(`${printable(failure.stack)}\n`);
  }
}

function failureOf(error: unknown): Failure {
  const known = asUserError(error);
  if (known) return {message: oneLine(known.message), remedy: known.remedy};
  const {message, stack} = error instanceof Error ? error : new Error(String(error));
  return {message: oneLine(message), remedy: null, stack: stack ?? message};
}

function asUserError(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  if (error instanceof CommanderError) return usageError(error);
  return systemError(error);
}

function usageError(error: CommanderError): UserError {
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const hint = rest
    .join(' ')
    .replace(/^\(|\)$/g, '')
    .trim();
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  const remedy = hint || 'See what can be asked with meantime --help or meantime COMMAND --help.';
  return new UserError(sentence.endsWith('.') ? sentence : `${sentence}.`, remedy);
}

const systemRemedies: Record<string, [says: string, remedy: string]> = {
  ENOSPC: ['the disk is full', 'Make room on it, or put the workspace on another disk.'],
  EDQUOT: ['the disk quota is used up', 'Make room, or put the workspace on another disk.'],
  EACCES: [
    'no permission',
    'Give yourself the right to read and write there, or name another place.',
  ],
  EPERM: [
    'no permission',
    'Give yourself the right to read and write there, or name another place.',
  ],
  EROFS: ['the file system is read-only', 'Name a workspace on a disk that can be written.'],
  EADDRINUSE: ['the address is in use', 'Choose another port with --port.'],
};

/** What the operating system refused; only failures a person can do something about. */
function systemError(error: unknown): UserError | null {
  if (!(error instanceof Error)) return null;
  const {code, path} = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : systemRemedies[code];
  if (known) return new UserError(`${path ?? 'The system'}: ${known[0]}.`, known[1]);
  // DuckDB reports the same through the text of its own error.
  if (/No space left on device/i.test(error.message)) {
    const [says, remedy] = systemRemedies.ENOSPC!;
    return new UserError(`The workspace: ${says}.`, remedy);
  }
  return null;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
