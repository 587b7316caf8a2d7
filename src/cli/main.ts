import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {Command} from 'commander';
import {packagePath} from '../base/package-root.ts';
import {workspaceAt} from '../config/workspace.ts';
import type {CommandContext, ContextOf} from './command.ts';
import {commandEntries} from './commands.ts';
import {exitCodeFor, printError} from './failure.ts';
import {
  styleFor,
  terminalOn,
  type Environment,
  type OutputStream,
  type Terminal,
} from './terminal.ts';

/** Everything the command line touches outside its arguments; tests pass their own. */
export interface CliEffects {
  stdout: OutputStream;
  stderr: OutputStream;
  env: Environment;
  directory: string;
  now(): Date;
  /** Calls `listener` once when the person or the system asks the program to stop. */
  onInterrupt(listener: () => void): void;
}

/**
 * Runs one command.
 * @param words the command line after `meantime`
 * @returns the exit code: 0 done, 1 the person can put it right, 2 our bug
 */
export async function runCli(words: readonly string[], effects: CliEffects): Promise<number> {
  const isJson = optionWords(words).includes('--json');
  const terminal = terminalOn(effects.stderr, effects);
  try {
    const program = await programFor(words, effects, terminal);
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync([...words], {from: 'user'});
    return 0;
  } catch (error) {
    const code = exitCodeFor(error);
    terminal.progress.done();
    if (code !== 0) printError(error, {...effects, isJson});
    return code;
  }
}

/** The effects of a real process. */
export function processEffects(): CliEffects {
  // A reader such as `head` may close the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    directory: process.cwd(),
    now: () => new Date(),
    onInterrupt(listener) {
      process.once('SIGINT', listener);
      process.once('SIGTERM', listener);
    },
  };
}

async function programFor(
  words: readonly string[],
  effects: CliEffects,
  terminal: Terminal,
): Promise<Command> {
  const program = new Command('meantime')
    .description('Service metrics that add up: import exports, read dashboards, publish packs.')
    .version(packageVersion(), '--version', 'print the version')
    .option('--workspace <directory>', 'the workspace (default: the current directory)')
    .option('--json', 'print results and errors as JSON')
    .helpOption('--help', 'show help')
    .configureHelp({showGlobalOptions: true})
    .configureOutput({
      writeOut: (text) => effects.stdout.write(text),
      // What commander would say is thrown as well, and printed in our own form.
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(effects.stdout.columns ?? 100, 110),
    })
    .exitOverride();
  const contextOf = contextFrom(effects, terminal);
  const wanted = wantedCommand(words);
  for (const {name, summary, load} of commandEntries) {
    if (name === wanted) (await load())(program, contextOf);
    else program.command(name).description(summary);
  }
  return program;
}

function contextFrom(effects: CliEffects, terminal: Terminal): ContextOf {
  return (command) => {
    const options = command.optsWithGlobals<{workspace?: string; json?: boolean}>();
    return {
      workspace: workspaceAt(resolve(effects.directory, options.workspace ?? '.')),
      json: options.json === true,
      ...terminal,
      style: styleFor(effects.stdout, effects.env),
      print: (text) => void effects.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
      write: (bytes) => written(effects.stdout, bytes),
      now: effects.now,
      env: effects.env,
      get interrupted() {
        return interruption(effects);
      },
    } satisfies CommandContext;
  };
}

const interruptions = new WeakMap<CliEffects, AbortSignal>();

/** One signal a run, set up on first use: until then Ctrl-C ends the process at once, as it should. */
function interruption(effects: CliEffects): AbortSignal {
  const known = interruptions.get(effects);
  if (known) return known;
  const controller = new AbortController();
  effects.onInterrupt(() => controller.abort());
  interruptions.set(effects, controller.signal);
  return controller.signal;
}

function written(stream: OutputStream, bytes: Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    stream.write(bytes, (error) => (error ? failed(error) : done()));
  });
}

/** The first word that is neither an option nor an option's value; `help NAME` asks for NAME. */
function wantedCommand(words: readonly string[]): string | undefined {
  const plain = optionWords(words).filter(
    (word, index, all) => !word.startsWith('-') && all[index - 1] !== '--workspace',
  );
  return plain[0] === 'help' ? plain[1] : plain[0];
}

function optionWords(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return end === -1 ? words : words.slice(0, end);
}

function packageVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8');
  return (JSON.parse(text) as {version: string}).version;
}
