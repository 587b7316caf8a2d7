import {textWidth} from '../../charts/text-width.ts';

/** A table's texts, its labels apart, in columns and rows. */
export interface Texts {
  labels: readonly string[];
  rows: readonly (readonly string[])[];
}

/** In inches, for type of one size in points. */
export interface TableLayout {
  widths: number[];
  headerHeight: number;
  rowHeights: number[];
}

/** What a cell keeps free, in inches, from side to side and from top to bottom. */
export const cellMargin = {left: 0.02, right: 0.08, top: 0.05, bottom: 0.04};
const across = cellMargin.left + cellMargin.right;

/** Our slides name fonts that not everybody has: what stands in for them is wider. */
const standIn = 1.12;
const lineSpacing = 1.2;
/** A number, a date or a name of this length is not broken. */
const shortText = 16;
const shortLabel = 11;
/** A column narrower than this looks like a mistake. */
const narrowest = 0.55;
/** In inches: what a column of sentences can't do with less than. */
const fewWords = 1.6;

/**
 * How wide the columns of a table are, and how high its rows become where texts break, all estimated:
 * slides are laid out where nothing can be measured.
 * @param width all columns together, in inches
 * @param size of the type, in points
 */
export function tableLayout(
  {labels, rows}: Texts,
  {width, size}: {width: number; size: number},
): TableLayout {
  const widths = shareOut(columnsOf({labels, rows}, size), width);
  const heightOf = (texts: readonly string[]) => {
    const lines = texts.map((text, place) => linesIn(text, (widths[place] ?? 1) - across, size));
    return heightOfLines(Math.max(1, ...lines), size);
  };
  return {widths, headerHeight: heightOf(labels), rowHeights: rows.map(heightOf)};
}

/** Whether a table is readable in a width: numbers, names and words are whole, sentences have room for a few words. */
export function isReadableIn(texts: Texts, {width, size}: {width: number; size: number}): boolean {
  const needed = columnsOf(texts, size).map(({least, wished}) =>
    Math.max(least, Math.min(wished, fewWords)),
  );
  return sum(needed) <= width;
}

interface Column {
  least: number;
  wished: number;
}

function columnsOf({labels, rows}: Texts, size: number): Column[] {
  return labels.map((label, place) => {
    const texts = rows.map((row) => row[place] ?? '');
    const whole = [
      ...texts.filter((text) => text.length <= shortText),
      ...(label.length <= shortLabel ? [label] : wordsOf(label)),
    ];
    const unbroken = [...whole, ...texts.flatMap(wordsOf)];
    const least = Math.max(narrowest, widest(unbroken, size) + across);
    // A label may take two lines.
    const halfLabel = inches(label, size) * 0.6 + across;
    return {least, wished: Math.max(least, widest(texts, size) + across, halfLabel)};
  });
}

/** A row's height in inches; a single line has air. */
function heightOfLines(lines: number, size: number): number {
  const line = (size * lineSpacing) / 72;
  return Math.max(line * 1.5, lines * line + cellMargin.top + cellMargin.bottom);
}

/** How many lines a text takes, broken between words. */
export function linesIn(text: string, width: number, size: number): number {
  let lines = 1;
  let used = 0;
  for (const word of wordsOf(text)) {
    const needed = inches(used === 0 ? word : ` ${word}`, size);
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = inches(word, size);
    } else used += needed;
  }
  return lines;
}

/** All get what they wish and the rest by it, or what they need at least and the rest by what they lack. */
function shareOut(columns: readonly Column[], width: number): number[] {
  const wished = sum(columns.map((column) => column.wished));
  if (wished <= width) return columns.map((column) => (column.wished / wished) * width);
  const least = sum(columns.map((column) => column.least));
  if (least >= width) return columns.map((column) => (column.least / least) * width);
  const share = (width - least) / (wished - least);
  return columns.map((column) => column.least + (column.wished - column.least) * share);
}

function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => inches(text, size)));
}

function inches(text: string, size: number): number {
  return (textWidth(text, size) * standIn) / 72;
}

/** No-break spaces hold a number and its unit together. */
function wordsOf(text: string): string[] {
  return text.split(/[ \n]/);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
