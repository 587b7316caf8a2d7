import {existsSync} from 'node:fs';
import Papa from 'papaparse';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {openDatabase} from '../warehouse/database.ts';
import {archivedFile} from './archive.ts';
import {filesIn, openFile} from './open-file.ts';
import {sniffCsv} from './sniff.ts';

/** A rejected row as the landing file keeps it. */
export interface KeptRejectedRow {
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

/**
 * The rows that could not be read, file by file in their order.
 * @throws UserError when nothing has landed yet, or somebody writes there
 */
export async function keptRejectedRows(
  workspace: Workspace,
  {import: importId, file}: {import?: number; file?: string},
): Promise<KeptRejectedRow[]> {
  if (!existsSync(workspace.landingFile))
    throw new UserError(
      `${workspace.directory} has no data yet.`,
      'Import an export of your tool: meantime import FILE',
    );
  const database = await openDatabase(workspace.landingFile, {mode: 'read'});
  try {
    return await database.query<KeptRejectedRow>(
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
async function headersOf(
  workspace: Workspace,
  rows: readonly KeptRejectedRow[],
): Promise<string[]> {
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
export async function rejectedCsv(
  workspace: Workspace,
  rows: readonly KeptRejectedRow[],
): Promise<string> {
  const headers = await headersOf(workspace, rows);
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
