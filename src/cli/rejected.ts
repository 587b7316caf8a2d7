import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {InvalidArgumentError, type Command} from 'commander';
import Papa from 'papaparse';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {archivedFile} from '../import/archive.ts';
import {filesIn, openFile} from '../import/open-file.ts';
import {sniffCsv} from '../import/sniff.ts';
import {openDatabase} from '../warehouse/database.ts';
import type {CommandContext, Register} from './command.ts';
import {counted} from './wording.ts';

interface RejectedOptions {
  import?: number;
  file?: string;
  out?: string;
}

interface RejectedRow {
  import_id: number;
  file_name: string;
  sha256: string;
  part: string | null;
  row_number: number;
  field: string | null;
  value: string | null;
  reason: string;
  cells: (string | null)[] | null;
}

export const registerRejected: Register = (program, contextOf) => {
  program
    .command('rejected')
    .description(
      'Print the rows that could not be read as CSV, with the reasons and all their cells',
    )
    .option('--import <number>', 'only of this import', importNumber)
    .option('--file <name>', 'only of files with this name')
    .option('--out <path>', 'write to a file instead')
    .action(async (options: RejectedOptions, command: Command) => {
      await rejected(options, contextOf(command));
    });
};

async function rejected(options: RejectedOptions, context: CommandContext): Promise<void> {
  const {workspace, json, log} = context;
  const rows = await rejectedRows(workspace, options);
  if (json) return put(JSON.stringify(rows.map(asJson), null, 2), options, context);
  if (rows.length === 0) return log.info('No row was rejected.');
  await put(rejectedCsv(rows, await headersOf(workspace, rows)), options, context);
  const files = new Set(rows.map(({file_name}) => file_name)).size;
  log.info(`${counted(rows.length, 'rejected row')} of ${counted(files, 'file')}.`);
}

async function rejectedRows(
  workspace: Workspace,
  {import: importId, file}: RejectedOptions,
): Promise<RejectedRow[]> {
  if (!existsSync(workspace.landingFile))
    throw new UserError(
      `${workspace.directory} has no data yet.`,
      'Import an export of your tool: meantime import FILE',
    );
  const database = await openDatabase(workspace.landingFile, {mode: 'read'});
  try {
    return await database.query<RejectedRow>(
      `select import_id, rejected_row.file_name, sha256, part, row_number, field, value, reason, cells
      from rejected_row join import_log using (import_id)
      where ($import is null or import_id = $import::integer)
        and ($file is null or rejected_row.file_name = $file::varchar)
      order by import_id, row_number`,
      {import: importId ?? null, file: file ?? null},
    );
  } finally {
    database.close();
  }
}

/** The file's own headers, when all rows are of one file; the landing file doesn't keep them. */
async function headersOf(workspace: Workspace, rows: readonly RejectedRow[]): Promise<string[]> {
  const [first] = rows;
  const width = Math.max(...rows.map(({cells}) => cells?.length ?? 0));
  const numbered = Array.from({length: width}, (_, index) => `cell ${index + 1}`);
  if (!first || rows.some(({sha256, part}) => sha256 !== first.sha256 || part !== first.part))
    return numbered;
  const archived = archivedFile(workspace.archiveDirectory, first.sha256);
  if (!existsSync(archived)) return numbered;
  const given = await filesIn(archived, first.file_name);
  const opened = await openFile(given.files[0]!);
  try {
    const file = opened.tables.find(({part}) => part === first.part) ?? opened.tables[0];
    if (!file || file.form === 'json' || file.form === 'parquet') return numbered;
    const headers = file.table?.headers ?? sniffCsv(file).headers;
    return numbered.map((name, index) => headers[index] ?? name);
  } finally {
    await opened.release();
    await given.release();
  }
}

/** The rows as they stood in the file, so that they can be corrected and imported, with the reasons last. */
function rejectedCsv(rows: readonly RejectedRow[], headers: readonly string[]): string {
  const reasons = ['rejected from', 'rejected row', 'rejected field', 'rejected because'];
  const data = rows.map(({cells, file_name, row_number, field, reason}) => [
    ...headers.map((_, index) => cells?.[index] ?? ''),
    file_name,
    row_number,
    field ?? '',
    reason,
  ]);
  // A cell that begins like a formula would run when the file is opened in a spreadsheet.
  return Papa.unparse(
    {fields: [...headers, ...reasons], data},
    {newline: '\n', escapeFormulae: true},
  );
}

function asJson({import_id, file_name, row_number, ...rest}: RejectedRow): object {
  const {field, value, reason, cells} = rest;
  return {import: import_id, file: file_name, row: row_number, field, value, reason, cells};
}

async function put(text: string, {out}: RejectedOptions, context: CommandContext): Promise<void> {
  if (out === undefined) return context.print(text);
  await writeFile(resolve(out), `${text}\n`);
  context.log.info(`Wrote ${out}.`);
}

function importNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use the number of an import.');
}
