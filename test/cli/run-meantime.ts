import {runCli, type CliEffects} from '../../src/cli/main.ts';
import type {OutputStream} from '../../src/cli/terminal.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  directory?: string;
  env?: Record<string, string>;
  isTerminal?: boolean;
}

/** Runs the real command line in this process, recording what it writes. */
export async function runMeantime(words: string[], options: RunOptions = {}): Promise<Ran> {
  const stdout = recording(options.isTerminal ?? false);
  const stderr = recording(options.isTerminal ?? false);
  const effects: CliEffects = {
    stdout,
    stderr,
    env: options.env ?? {},
    directory: options.directory ?? '/nowhere',
    now: () => new Date('2024-06-01T12:00:00Z'),
    onInterrupt() {},
  };
  const code = await runCli(words, effects);
  return {code, stdout: stdout.text(), stderr: stderr.text()};
}

/** A stream that keeps what is written to it. */
export function recording(isTTY: boolean): OutputStream & {text(): string} {
  const parts: string[] = [];
  return {
    isTTY,
    columns: 80,
    write(data, done) {
      parts.push(typeof data === 'string' ? data : Buffer.from(data).toString('utf8'));
      done?.();
      return true;
    },
    text: () => parts.join(''),
  };
}
