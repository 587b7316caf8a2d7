import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {isNode, LineCounter, parseDocument, type Document} from 'yaml';
import {UserError} from '../base/user-error.ts';
import {configFile, type ConfigFile} from './config-file.ts';
import {configFromFile} from './config-from-file.ts';
import type {ConfigProblem} from './config-problem.ts';
import type {Config} from './config.ts';
import {defaultConfig} from './default-config.ts';
import {loadHolidaySources, noHolidaySources, type HolidaySources} from './holiday-sources.ts';
import type {Workspace} from './workspace.ts';

/**
 * The workspace's configuration with every default filled in; a workspace without a file has them all.
 * Reads the holiday files it names, and the public holidays it asks for.
 * @throws UserError that lists every problem in the file with its line and the way out
 */
export async function readConfig(workspace: Workspace): Promise<Config> {
  if (!existsSync(workspace.configFile)) return defaultConfig();
  const text = await readFile(workspace.configFile, 'utf8');
  const read = readText(text, workspace.configFile);
  const holidays = await loadHolidaySources(read.written, workspace.directory, {
    readText: (path) => readFile(path, 'utf8'),
  });
  return complete(read, holidays);
}

/**
 * @param file path for messages
 * @param holidays where the holidays come from that the text asks for
 * @throws UserError as `readConfig`
 */
export function parseConfig(
  text: string,
  file: string,
  holidays: HolidaySources = noHolidaySources,
): Config {
  return complete(readText(text, file), holidays);
}

interface ReadText {
  written: ConfigFile;
  /** The error that shows problems with their lines. */
  errorOf: (problems: ConfigProblem[]) => UserError;
}

function readText(text: string, file: string): ReadText {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
  if (document.errors.length > 0) {
    const problems = document.errors.map(
      ({message, pos}) => `line ${lines.linePos(pos[0]).line}: ${message}`,
    );
    throw configError(file, problems, 'Mend the YAML: check indentation, quotes and colons.');
  }
  const errorOf = (problems: ConfigProblem[]): UserError => {
    const placed = problems.map(({path, message}) => ({
      text: `${placeText(path)}${message}`,
      line: lineOf(path, document, lines),
    }));
    placed.sort((a, b) => a.line - b.line);
    return configError(
      file,
      placed.map(({line, text}) => `line ${line}: ${text}`),
      'Change the lines named; meantime init --print shows every setting with an example.',
    );
  };
  const written = configFile.safeParse(document.toJS() ?? {});
  if (!written.success) throw errorOf(written.error.issues.map(problemOfIssue));
  return {written: written.data, errorOf};
}

function complete({written, errorOf}: ReadText, holidays: HolidaySources): Config {
  const {config, problems} = configFromFile(written, holidays);
  if (problems.length > 0) throw errorOf(problems);
  return config;
}

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  /** Of a wrong type: the right one. */
  expected?: string;
  keys?: string[];
  issues?: {message: string}[];
  errors?: Issue[][];
}

function problemOfIssue(issue: Issue): ConfigProblem {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys ?? [];
    const message = `There is no setting ${keys.map((key) => `"${key}"`).join(', ')} here. Remove it or correct its name.`;
    return {path: [...path, ...keys.slice(0, 1)], message};
  }
  if (issue.code === 'invalid_key')
    return {path, message: issue.issues?.[0]?.message ?? issue.message};
  // Inside a union the branch that came closest knows best, if its problem lies deeper.
  const deeper = issue.errors?.flat().find(({path, code}) => path.length > 0 && code === 'custom');
  if (deeper) return {path: [...path, ...deeper.path.map(String)], message: deeper.message};
  return {path, message: isUnworded(issue) ? formOf(issue.expected) : issue.message};
}

function isUnworded({code, message}: Issue): boolean {
  return code === 'invalid_type' && message.startsWith('Invalid input');
}

/** How to write what the schema expects, where it has no words of its own. */
function formOf(expected: string | undefined): string {
  if (expected === 'object' || expected === 'record')
    return 'Write its settings as name: value, on lines of their own or in {…}; or remove it.';
  if (expected === 'array') return 'Write a list: [a, b], or one a line after a dash.';
  return expected === 'string' ? 'Write a text.' : `Write a ${expected ?? 'value'}.`;
}

function placeText(path: ConfigProblem['path']): string {
  return path.length === 0 ? '' : `${path.join('.')}: `;
}

/** Line of the deepest part of the path that is written there. */
function lineOf(path: ConfigProblem['path'], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function configError(file: string, problems: string[], remedy: string): UserError {
  const name = basename(file);
  const [first, ...rest] = problems;
  if (rest.length === 0) return new UserError(`${name}, ${first}`, remedy);
  const list = problems.map((problem) => `\n  ${problem}`).join('');
  return new UserError(`${name} has ${problems.length} problems:${list}`, remedy);
}
