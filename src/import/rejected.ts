import Papa from 'papaparse';
import type {Session} from '../warehouse/database.ts';

/**
 * Rejected rows as CSV, one block of columns for the reason and then the row as it stood in the file.
 * @param importId one import; all of them without it
 */
export async function rejectedCsv(session: Session, importId?: number): Promise<string> {
  const rows = await session.query<{
    import_id: number;
    file_name: string;
    row_number: number;
    field: string | null;
    value: string | null;
    reason: string;
    cells: (string | null)[] | null;
  }>(
    `select * from rejected_row where $id::integer is null or import_id = $id::integer
     order by import_id, row_number`,
    {id: importId ?? null},
  );
  const width = Math.max(0, ...rows.map(({cells}) => cells?.length ?? 0));
  const header = ['import', 'file', 'row', 'field', 'value', 'reason'];
  const names = Array.from({length: width}, (_, index) => `cell ${index + 1}`);
  const data = rows.map((row) => [
    row.import_id,
    row.file_name,
    row.row_number,
    row.field ?? '',
    row.value ?? '',
    row.reason,
    ...Array.from({length: width}, (_, index) => row.cells?.[index] ?? ''),
  ]);
  // A cell that begins like a formula would run when the file is opened in a spreadsheet.
  return `${Papa.unparse([[...header, ...names], ...data], {newline: '\n', escapeFormulae: true})}\n`;
}
