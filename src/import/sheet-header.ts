import type {SheetRow} from './xlsx-rows.ts';

/** How far down a sheet its header is looked for. */
export const headerDepth = 60;

/**
 * Where the header stands among a sheet's first rows: the first row as wide as the table below it whose cells
 * are texts. Titles, dates of printing and filters above it are narrower. Null when no row has two cells.
 */
export function sheetHeader(rows: readonly SheetRow[]): number | null {
  const top = rows.slice(0, headerDepth);
  const widths = top.map(({cells}) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...widths);
  if (widest < 2) return null;
  const isWide = (index: number) => (widths[index] ?? 0) >= Math.max(2, widest * 0.7);
  const ofTexts = top.findIndex((row, index) => isWide(index) && isLabels(row));
  if (ofTexts >= 0) return ofTexts;
  return widths.findIndex((_, index) => isWide(index));
}

/** Labels are texts, nearly all of them different. */
function isLabels({cells, isText}: SheetRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const texts = cells.filter((cell, column) => cell.trim() !== '' && isText[column]);
  return texts.length >= filled.length * 0.8;
}
