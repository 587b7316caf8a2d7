import type {Cell, Sheet} from './cells-of.ts';

export interface DelimitedStyle {
  delimiter: string;
  quoting: 'needed' | 'all' | 'filled';
  lineEnd: string;
  /** Of line ends inside cells. */
  innerEnd: string;
  /** Lines above the header. */
  titles: string[];
  /** Empty cells at a row's end are left out. */
  isRagged: boolean;
  endsWithLine: boolean;
}

export function delimitedText(sheet: Sheet, style: DelimitedStyle): string {
  const {delimiter, quoting, lineEnd, innerEnd, titles, isRagged, endsWithLine} = style;
  const write = (cell: Cell): string => {
    const text = cell === null ? '' : String(cell).replaceAll('\n', innerEnd);
    const isNeeded = /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter);
    const isQuoted = isNeeded || quoting === 'all' || (quoting === 'filled' && text !== '');
    return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const row = (cells: Cell[]): string => {
    const filled = cells.findLastIndex((cell) => cell !== null) + 1;
    return (isRagged ? cells.slice(0, filled) : cells).map(write).join(delimiter);
  };
  const lines = [...titles, row(sheet.headers), ...sheet.rows.map(row)];
  return lines.join(lineEnd) + (endsWithLine ? lineEnd : '');
}

export interface JsonStyle {
  form: 'array' | 'path' | 'lines';
  isPretty: boolean;
  /** Nothing known is left out instead of null. */
  isSparse: boolean;
  lineEnd: string;
}

export function jsonText(sheet: Sheet, {form, isPretty, isSparse, lineEnd}: JsonStyle): string {
  const records = sheet.rows.map((row) => {
    const record: Record<string, unknown> = {};
    sheet.headers.forEach((header, index) => {
      const value = row[index] ?? null;
      if (value === null && isSparse) return;
      const [name = '', inner] = header.split('.');
      record[name] = inner === undefined ? value : {[inner]: value};
    });
    return record;
  });
  const indent = isPretty ? 2 : 0;
  if (form === 'lines') return records.map((one) => JSON.stringify(one) + lineEnd).join('');
  const document =
    form === 'array' ? records : {meta: {count: records.length}, data: {tickets: records}};
  return JSON.stringify(document, null, indent).replaceAll('\n', lineEnd);
}

export interface XmlStyle {
  encoding: string;
  isIndented: boolean;
  useCdata: boolean;
  lineEnd: string;
}

export function xmlText(sheet: Sheet, style: XmlStyle): string {
  const {encoding, isIndented, useCdata, lineEnd} = style;
  const gap = isIndented ? lineEnd : '';
  const write = (header: string, cell: Cell): string => {
    const [name, inner] = header.split('.');
    const text = xmlEscaped(cell === null ? '' : String(cell), useCdata);
    if (inner !== undefined) return `<${name}><${inner}>${text}</${inner}></${name}>`;
    return text === '' ? `<${name}/>` : `<${name}>${text}</${name}>`;
  };
  const rows = sheet.rows.map((row) => {
    const cells = row.map((cell, index) => write(sheet.headers[index] ?? '', cell));
    return `<ticket>${gap}${cells.join(gap)}${gap}</ticket>`;
  });
  return [
    `<?xml version="1.0" encoding="${encoding}"?>`,
    `<export><tickets>${rows.join(gap)}</tickets></export>`,
  ].join(lineEnd);
}

export function xmlEscaped(text: string, useCdata = false): string {
  if (useCdata && text !== '') return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
