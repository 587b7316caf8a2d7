import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {isNode, LineCounter, parseDocument, type Document} from 'yaml';
import {UserError} from '../base/user-error.ts';
import {configFile} from './config-file.ts';
import {configFromFile, type ConfigProblem} from './config-from-file.ts';
import type {Config} from './config.ts';
import {defaultConfig} from './default-config.ts';
import type {Workspace} from './workspace.ts';

/**
 * The workspace's configuration with every default filled in; a workspace without a file has them all.
 * @throws UserError that lists every problem in the file with its line and the way out
 */
export async function readConfig(workspace: Workspace): Promise<Config> {
  if (!existsSync(workspace.configFile)) return defaultConfig();
  const text = await readFile(workspace.configFile, 'utf8');
  return parseConfig(text, workspace.configFile);
}

/** @param file path for messages */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
  if (document.errors.length > 0) {
    const problems = document.errors.map(
      ({message, pos}) => `line ${lines.linePos(pos[0]).line}: ${message}`,
    );
    throw configError(file, problems, 'Mend the YAML: check indentation, quotes and colons.');
  }
  const written = configFile.safeParse(document.toJS() ?? {});
  const {config, problems} = written.success
    ? configFromFile(written.data)
    : {config: null, problems: written.error.issues.map(problemOfIssue)};
  if (config !== null && problems.length === 0) return config;
  const placed = problems.map((problem) => ({
    ...problem,
    line: lineOf(problem.path, document, lines),
  }));
  placed.sort((a, b) => a.line - b.line);
  throw configError(
    file,
    placed.map(({line, path, message}) => `line ${line}: ${placeText(path)}${message}`),
    'Change the lines named; meantime init --print shows every setting with an example.',
  );
}

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
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
  return {path, message: issue.message};
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
