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

/** Numbers without the spaces between their thousands, so that spreadsheets know them for numbers. */
function cellOf(cell: HTMLTableCellElement): CellText {
  const words = cell.textContent.replace(/\s+/g, ' ').trim();
  const text = /^[−-]?[\d\u202f\u2009, .]+$/.test(words)
    ? words.replace(/[\u202f\u2009, ]/g, '').replace('−', '-')
    : words;
  return {text, isHead: cell.localName === 'th'};
}

function htmlOf({text, isHead}: CellText): string {
  const name = isHead ? 'th' : 'td';
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<${name}>${safe}</${name}>`;
}
