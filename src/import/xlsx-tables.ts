import {join} from 'node:path';
import {UserError} from '../base/user-error.ts';
import {CsvWriter} from './csv-writer.ts';
import {sampleSize, type CutTable, type CutTables} from './cut-table.ts';
import {headerName} from './header-name.ts';
import {headerDepth, sheetHeader} from './sheet-header.ts';
import {openWorkbook, type Workbook} from './xlsx-workbook.ts';
import {readSheetRows, type SheetRow} from './xlsx-rows.ts';
import {openZip, type ZipArchive} from './zip-archive.ts';
import {NotAnExportError} from './not-an-export.ts';

export interface CutRequest {
  path: string;
  /** Its name, for messages. */
  place: string;
  /** A folder of the caller's for what is written. */
  directory: string;
}

/**
 * Writes each table of a workbook as CSV: a sheet whose header equals that of a sheet before it goes on
 * where that one ended, as ServiceNow does after 32,000 rows.
 * @param sheet the one sheet to read, by name
 * @throws UserError for a damaged workbook, an unknown sheet, or one without a table
 */
export async function cutWorkbook(
  request: CutRequest & {sheet: string | null},
): Promise<CutTables> {
  const {path, place, sheet: wanted} = request;
  const zip = await openZip(path, place, {entries: 10_000, bytes: 4 * 2 ** 30, ratio: 400});
  try {
    const workbook = await openWorkbook(zip, place);
    const sheets = sheetsToRead(workbook, place, wanted);
    const tables = new TableSet(request);
    for (const sheet of sheets) await cutSheet({zip, workbook, place}, sheet, tables);
    const result = tables.finish();
    if (result.tables.length === 0)
      throw new NotAnExportError(
        `${place} has no table: ${sheets.map(({name}) => `sheet “${name}”`).join(', ')} without a header and rows.`,
        'Export the list again, or save the sheet with the list as CSV.',
      );
    return result;
  } finally {
    zip.close();
  }
}

function sheetsToRead(
  {sheets}: Workbook,
  place: string,
  wanted: string | null,
): Workbook['sheets'] {
  if (wanted !== null) {
    const named = sheets.filter(({name}) => name.toLowerCase() === wanted.toLowerCase());
    if (named.length > 0) return named;
    throw new UserError(
      `${place} has no sheet “${wanted}”.`,
      `Name one of: ${sheets.map(({name}) => name).join(', ')}.`,
    );
  }
  const visible = sheets.filter(({isHidden}) => !isHidden);
  return visible.length > 0 ? visible : sheets;
}

interface OpenTable {
  part: string;
  writer: CsvWriter;
  headers: string[];
  sampleRows: string[][];
  /** Rows with cells right of the header. */
  overhanging: number;
}

class TableSet {
  warnings: string[] = [];
  #tables = new Map<string, OpenTable>();
  #directory: string;

  constructor({directory}: CutRequest) {
    this.#directory = directory;
  }

  /** The table with this header, begun if there is none yet. */
  tableFor(part: string, headers: string[]): OpenTable {
    const key = JSON.stringify(headers.map(headerName));
    const known = this.#tables.get(key);
    if (known) return known;
    const writer = new CsvWriter(join(this.#directory, `sheet-${this.#tables.size}.csv`));
    writer.write(headers);
    const table = {part, writer, headers, sampleRows: [], overhanging: 0};
    this.#tables.set(key, table);
    return table;
  }

  add(table: OpenTable, cells: string[]): void {
    const {writer, headers, sampleRows} = table;
    if (cells.length > headers.length) table.overhanging++;
    if (sampleRows.length < sampleSize)
      sampleRows.push(headers.map((_, index) => cells[index] ?? ''));
    writer.write(cells, headers.length);
  }

  finish(): CutTables {
    const tables = [...this.#tables.values()].map(
      ({part, writer, headers, sampleRows, overhanging}): CutTable => {
        writer.close();
        if (overhanging > 0)
          this.warnings.push(
            `Sheet “${part}” has ${overhanging} rows with cells right of the last header; they have no name and were left out.`,
          );
        const {path, longestRow} = writer;
        return {part, path, headers, sampleRows, rowCount: writer.rowCount - 1, longestRow};
      },
    );
    return {tables, warnings: this.warnings};
  }
}

/** The first rows are held back until they show where the header is; all others are written as they come. */
async function cutSheet(
  from: {zip: ZipArchive; workbook: Workbook; place: string},
  sheet: Workbook['sheets'][number],
  tables: TableSet,
): Promise<void> {
  const top: SheetRow[] = [];
  let table: OpenTable | null = null;
  const write = (row: SheetRow) => {
    if (isCutOff(row)) tables.warnings.push(cutOffWarning(sheet.name, row));
    else if (table) tables.add(table, row.cells);
  };
  const begin = () => {
    const at = sheetHeader(top);
    if (at === null) return;
    const cells = top[at]!.cells.map((cell) => cell.trim());
    const width = Math.max(cells.length, ...top.slice(at + 1).map((row) => row.cells.length));
    table = tables.tableFor(
      sheet.name,
      Array.from({length: width}, (_, index) => cells[index] ?? ''),
    );
    for (const row of top.slice(at + 1)) write(row);
  };
  await readSheetRows(from, sheet, (row) => {
    if (table) return write(row);
    if (top.length <= headerDepth) top.push(row);
    if (top.length === headerDepth + 1) begin();
  });
  if (!table && top.length <= headerDepth) begin();
}

/** ServiceNow ends a sheet of 500,000 cells with a sentence instead of a row. */
function isCutOff({cells}: SheetRow): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && /^Export stopped due to excessive size/i.test(filled[0] ?? '');
}

function cutOffWarning(sheet: string, {number, cells}: SheetRow): string {
  const said = cells.find((cell) => cell !== '') ?? '';
  return `Sheet “${sheet}” ends at row ${number} with “${said}”: the tool cut the export off, so rows are missing. Export in smaller pieces, or as CSV.`;
}
