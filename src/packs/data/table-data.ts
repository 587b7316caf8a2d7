import {shortInstant} from '../../pages/short-instant.ts';
import type {Cell, ResolvedTable} from '../../pages/resolved-table.ts';
import type {DataColumn, DataTable, Datum} from './data-table.ts';
import {readQuantity} from './read-quantity.ts';
import {wallTime} from './wall-time.ts';
import {t} from '../../wording/t.ts';

/**
 * A page's table as data. A second line under a cell gets a column of its own, and so does a signal;
 * word-sized trends are left out, being in the figures' own sheets.
 * @param zone the page's, in which its times are written
 */
export function tableData(table: ResolvedTable, zone: string): DataTable {
  const rows = [...table.rows, ...(table.footer ? [table.footer] : [])];
  const parts = table.columns.map((column, place) => {
    const cells = rows.map((row) => row[place] ?? {text: ''});
    return columnParts(column, cells, zone);
  });
  const columns = parts.flat();
  const footer = table.footer ? [table.rows.length] : [];
  return {
    columns: columns.map(({column}) => column),
    rows: rows.map((_, index) => columns.map(({data}) => data[index] ?? null)),
    sums: [...(table.sums ?? []), ...footer],
  };
}

interface Part {
  column: DataColumn;
  data: Datum[];
}

function columnParts(
  {label, align}: ResolvedTable['columns'][number],
  cells: readonly Cell[],
  zone: string,
): Part[] {
  if (cells.some(({spark}) => spark)) return [];
  const details = cells.map(({detail}) => detail ?? null);
  const own: Part = {column: {label, align}, data: cells.map((cell) => cellDatum(cell, zone))};
  if (details.every((detail) => detail === null || detail === '')) return [own];
  return [own, {column: {label: t`${label}, note`, align: 'left', isNote: true}, data: details}];
}

function cellDatum({text, value}: Cell, zone: string): Datum {
  if (text === '' || text === '–') return null;
  if (value != null && shortInstant(new Date(value), zone) === text) return wallTime(value, zone);
  const read = readQuantity(text, value);
  return read ? {...read, printed: text} : text;
}
