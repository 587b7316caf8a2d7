import {Temporal} from 'temporal-polyfill';
import {zipOf} from '../zip-of.ts';
import type {Cell, Sheet} from './cells-of.ts';
import {xmlEscaped} from './write-text.ts';

export interface WorkbookStyle {
  areStringsShared: boolean;
  is1904: boolean;
  zone: string;
}

/** A workbook as programs write it: dates are numbers of days by the clocks of a zone. */
export async function workbookBytes(sheet: Sheet, style: WorkbookStyle): Promise<Buffer> {
  const strings = new Map<string, number>();
  const write = (cell: Cell, row: number, column: number): string => {
    if (cell === null) return '';
    const at = `r="${columnName(column)}${row}"`;
    if (cell instanceof Date) return `<c ${at} s="1"><v>${serialOf(cell, style)}</v></c>`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (!style.areStringsShared) return `<c ${at} t="inlineStr"><is>${sheetText(cell)}</is></c>`;
    const index = strings.get(cell) ?? strings.size;
    strings.set(cell, index);
    return `<c ${at} t="s"><v>${index}</v></c>`;
  };
  const rows = [sheet.headers, ...sheet.rows].map((cells, index) => {
    const written = cells.map((cell, column) => write(cell, index + 1, column));
    return `<row r="${index + 1}">${written.join('')}</row>`;
  });
  return zipOf(partsOf(rows, [...strings.keys()], style));
}

function partsOf(
  rows: string[],
  strings: string[],
  {is1904}: WorkbookStyle,
): Record<string, string> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${relations}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Tickets" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst ${main}>${strings.map((text) => `<si>${sheetText(text)}</si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
}

/** A text that looks like an escaped character is escaped itself. */
function sheetText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<t xml:space="preserve">${xmlEscaped(escaped)}</t>`;
}

function columnName(column: number): string {
  return String.fromCharCode(65 + column);
}

function serialOf(at: Date, {is1904, zone}: WorkbookStyle): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const local = zoned.toPlainDateTime().round({smallestUnit: 'second', roundingMode: 'trunc'});
  const days = local.toZonedDateTime('UTC').epochMilliseconds / 86_400_000;
  return days + (is1904 ? 24_107 : 25_569);
}
