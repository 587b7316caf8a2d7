import {plainNumber} from './plain-number.ts';

/** A table's cells as tab-separated lines, and as a plain table without links and classes. */
export function tableText(table: HTMLTableElement): {text: string; html: string} {
  const rows = [...table.rows].map((row) => [...row.cells].map(cellOf));
  const text = rows.map((cells) => cells.map(({text: cell}) => cell).join('\t')).join('\n');
  const lines = rows.map((cells) => `<tr>${cells.map(htmlOf).join('')}</tr>`);
  return {text, html: `<table>${lines.join('')}</table>`};
}

interface CellText {
  text: string;
  isHead: boolean;
}

/** Numbers plain, so that spreadsheets know them for numbers. */
function cellOf(cell: HTMLTableCellElement): CellText {
  const words = cell.textContent.replace(/\s+/g, ' ').trim();
  return {text: plainNumber(words), isHead: cell.localName === 'th'};
}

function htmlOf({text, isHead}: CellText): string {
  const name = isHead ? 'th' : 'td';
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<${name}>${safe}</${name}>`;
}
