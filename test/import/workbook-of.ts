import {readFileSync} from 'node:fs';
import {writeXlsx} from 'hucre';
import Papa from 'papaparse';

/** A CSV file as the workbook that a tool would write: instants of the named columns as native date cells. */
export async function workbookOf(csvFile: string, isDate: RegExp): Promise<Buffer> {
  const {data} = Papa.parse<string[]>(readFileSync(csvFile, 'utf8'), {skipEmptyLines: true});
  const [header = [], ...lines] = data;
  const cell = (text: string, column: number) =>
    isDate.test(header[column] ?? '') && /^\d{4}-\d{2}-\d{2} /.test(text)
      ? new Date(`${text.replace(' ', 'T')}Z`)
      : text;
  const columns = header.map((name) => (isDate.test(name) ? {numFmt: 'yyyy-mm-dd hh:mm:ss'} : {}));
  const rows = [header, ...lines.map((line) => line.map(cell))];
  return Buffer.from(await writeXlsx({sheets: [{name: 'Tickets', rows, columns}]}));
}
