/**
 * The contract of a command file. Each command is one file `src/cli/<name>.ts` exporting one function
 * `register<Name>: Register`, listed in `src/cli/commands.ts` and imported only when it is asked for.
 * `--workspace DIR` and `--json` are there already: read them from the context, never from the options.
 *
 * ```ts
 * export const registerBuild: Register = (program, contextOf) => {
 *   program
 *     .command('build')
 *     .description('Rebuild the warehouse from what has landed')
 *     .option('--keep <count>', 'builds to keep', '10')
 *     .action(async (options: {keep: string}, command: Command) => {
 *       const {workspace, json, log, progress, print, now} = contextOf(command);
 *       const built = await build(workspace, {log, progress, now});
 *       print(json ? JSON.stringify(built) : `Build ${built.build} published.`);
 *     });
 * };
 * ```
 *
 * Arguments come before options: with `.command('pack <kind>')` the action is `(kind, options, command)`.
 * Return normally when done (exit 0); throw UserError for what the person can put right (exit 1, one
 * line and the remedy, as JSON under `--json`); let everything else escape (exit 2, with its stack).
 * Results go through `print` (stdout), what happens meanwhile through `log` and `progress` (stderr).
 * Never call `process.exit` or `console`. A command that stays up (serve) awaits until `interrupted`
 * aborts (Ctrl-C or SIGTERM), closes what it opened and returns.
 */
import type {Command} from 'commander';
import type {Log} from '../base/log.ts';
import type {Progress} from '../base/progress.ts';
import type {Workspace} from '../config/workspace.ts';

export interface CommandContext {
  workspace: Workspace;
  /** Print the result as one JSON document. */
  json: boolean;
  log: Log;
  progress: Progress;
  /** One piece of the result, with its line end, to stdout. */
  print(text: string): void;
  /** Bytes of the result, such as Arrow, to stdout; resolves when they have been taken. */
  write(bytes: Uint8Array): Promise<void>;
  /** Styles for text that goes to `print`; plain when stdout is no terminal or NO_COLOR is set. */
  style: Style;
  now(): Date;
  env: Readonly<Record<string, string | undefined>>;
  /** Aborts on Ctrl-C and SIGTERM, from the first read of this property on. */
  readonly interrupted: AbortSignal;
}

export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warning(text: string): string;
}

export type ContextOf = (command: Command) => CommandContext;
export type Register = (program: Command, contextOf: ContextOf) => void;
