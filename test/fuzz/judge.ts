import {existsSync, readdirSync} from 'node:fs';
import Papa from 'papaparse';
import {UserError} from '../../src/base/user-error.ts';
import {silentLog} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import type {FileImport} from '../../src/import/file-import.ts';
import {importFiles} from '../../src/import/import-files.ts';
import {loadConnectors} from '../../src/import/load-connectors.ts';
import type {FileOptions} from '../../src/import/import-context.ts';
import type {Session} from '../../src/warehouse/database.ts';
import {plainText} from './mutate-text.ts';

/** What became of one file. */
export interface Verdict {
  /** `error` is our bug. */
  end: 'import' | 'refusal' | 'error';
  /** The connector, or the refusal without names and numbers. */
  kind: string;
  rowsRead: number;
  /** What is wrong with it, a sentence each; none for a good end. */
  problems: string[];
}

export interface Court {
  workspace: Workspace;
  landing: Session;
  now(): Date;
}

/** Imports a file and looks whether it ended as it should. Never throws. */
export async function judge(
  path: string,
  bytes: Buffer,
  options: FileOptions,
  court: Court,
): Promise<Verdict> {
  const {workspace, landing, now} = court;
  const last = await lastImport(landing);
  const effects = {log: silentLog, progress: silentProgress, now};
  let verdict: Verdict;
  try {
    const imports = await importFiles([path], {...options, workspace}, effects);
    verdict = {
      end: 'import',
      kind: imports.map(({connector, shape}) => `${connector} ${shape}`).join(', '),
      rowsRead: imports.reduce((sum, {rowsRead}) => sum + rowsRead, 0),
      problems: [
        ...(await Promise.all(imports.map((one) => accountProblems(one, landing)))).flat(),
        ...((await isUnquoted(imports, workspace)) ? [] : countProblems(imports, bytes)),
      ],
    };
  } catch (error) {
    verdict = refusal(error, path);
  }
  verdict.problems.push(...(await leftovers(last, court)));
  return verdict;
}

async function lastImport(landing: Session): Promise<number> {
  const [row] = await landing.query<{id: number}>(
    'select coalesce(max(import_id), 0) as id from import_log',
  );
  return row?.id ?? 0;
}

function refusal(error: unknown, path: string): Verdict {
  const message = String((error as Error)?.message ?? error);
  const kind = message
    .replaceAll(path, '')
    .replace(/^[^ :]*:? ?/, '')
    .replace(/“[^”]*”?|"[^"]*"?|\(.*/gs, '…')
    .replace(/(header|JSON|file|at line \S+ column \S+|hold\w*|Closest is): .*/s, '$1')
    .replace(/\d[\d,.]*/g, 'N')
    .slice(0, 70);
  const verdict = {kind, rowsRead: 0, problems: [] as string[]};
  if (!(error instanceof UserError))
    return {...verdict, end: 'error', problems: [String((error as Error)?.stack ?? error)]};
  const {remedy} = error;
  if (message.includes('\n')) verdict.problems.push(`a message of several lines: ${message}`);
  if (message.length > 2000) verdict.problems.push(`a message of ${message.length} characters`);
  if (!/\.$/.test(remedy)) verdict.problems.push(`no remedy: ${message}: ${remedy}`);
  return {...verdict, end: 'refusal'};
}

/** The report against what is in the landing. */
async function accountProblems(one: FileImport, landing: Session): Promise<string[]> {
  const {importId, rowsRead, rowsAccepted, rowsUnchanged, rowsRejected, rowsSkipped} = one;
  const counts = {rowsRead, rowsAccepted, rowsUnchanged, rowsRejected, rowsSkipped};
  const say = (what: string) => `${what}: ${JSON.stringify(counts)}`;
  const problems: string[] = [];
  if (rowsRead !== rowsAccepted + rowsUnchanged + rowsRejected + rowsSkipped)
    problems.push(say('rows unaccounted for'));
  if (Object.values(counts).some((count) => count < 0)) problems.push(say('a negative count'));
  if (one.isRepeat) return problems;
  const tables = ['record_version', 'change', 'sla_cycle', 'rejected_row'];
  const [row] = await landing.query<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*) from ${table} where import_id = ${importId}) as ${table}`).join(', ')}`,
  );
  const {rejected_row: rejected = 0, ...others} = row ?? {};
  const landed = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (landed !== rowsAccepted) problems.push(say(`${landed} rows landed`));
  if (rejected !== rowsRejected) problems.push(say(`${rejected} rejected rows kept`));
  return problems;
}

/** Whether quotation marks mean nothing in this export, so that another reader would count other rows. */
async function isUnquoted(
  [first]: readonly FileImport[],
  {pipelinesDirectory}: Workspace,
): Promise<boolean> {
  const connectors = await loadConnectors(pipelinesDirectory);
  const shapes = connectors.flatMap(({id, shapes}) => (id === first?.connector ? shapes : []));
  return shapes.some(({id, unquoted}) => id === first?.shape && unquoted === true);
}

/** The rows of plain text tables and of JSON lines, counted by another reader. */
function countProblems([one, second]: readonly FileImport[], bytes: Buffer): string[] {
  const text = plainText(bytes)?.replace(/^\ufeff/, '');
  if (!one || second || one.isRepeat || text === undefined || one.encoding !== 'utf-8') return [];
  const counted = one.delimiter === null ? linesOfJson(text) : rowsOfTable(text, one.delimiter);
  if (counted === null || (one.rowsRead >= counted[0] && one.rowsRead <= counted[1])) return [];
  return [`${one.rowsRead} rows read, ${counted.join(' to ')} counted`];
}

/** Blank lines count or not; titles above the header are told by their width. Null where quotes are not even. */
function rowsOfTable(text: string, delimiter: string): [least: number, most: number] | null {
  const even = text.replace(/\r*\n|\r/g, '\n');
  const {data, errors} = Papa.parse<string[]>(even, {delimiter});
  if (errors.some(({type}) => type === 'Quotes')) return null;
  const header = data.findIndex((row) => row.length > 1);
  const rows = data.slice(header + 1);
  const filled = rows.filter((row) => row.length > 1 || row[0]?.trim() !== '');
  const isTitled = filled.some((row) => row.length > (data[header]?.length ?? 0));
  return isTitled ? null : [filled.length, rows.length];
}

function linesOfJson(text: string): [least: number, most: number] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
  // A line is a row unless rows lie deeper in it, which are more.
  return isLines ? [0, Number.MAX_SAFE_INTEGER] : null;
}

/** A refused file leaves nothing behind, and no file leaves temporary ones. */
async function leftovers(last: number, {landing, workspace}: Court): Promise<string[]> {
  const problems: string[] = [];
  const [row] = await landing.query<{n: number}>(
    `select count(*) as n from (
       select import_id from record_version union all select import_id from change
       union all select import_id from sla_cycle union all select import_id from rejected_row)
     where import_id > ${last} and import_id not in (select import_id from import_log) or import_id <= 0`,
  );
  if (row?.n) problems.push(`${row.n} rows of no import`);
  const archive = workspace.archiveDirectory;
  const partial = existsSync(archive) ? readdirSync(archive).filter((f) => !f.endsWith('.gz')) : [];
  if (partial.length > 0) problems.push(`left in the archive: ${partial.join(', ')}`);
  return problems;
}
