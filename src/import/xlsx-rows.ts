import {readXml} from './xml-stream.ts';
import {columnOf, numberText, plainText} from './xlsx-cell.ts';
import {entryText, localName, type Workbook} from './xlsx-workbook.ts';
import type {ZipArchive} from './zip-archive.ts';

/** A cell as text; `isText` tells the label of a column from a number or date. */
export interface SheetRow {
  /** 1-based, as the sheet shows it. */
  number: number;
  cells: string[];
  /** By column; short or missing where nothing is. */
  isText: boolean[];
}

const widest = 16_384;

/** Reads a sheet's rows in order; rows without any filled cell are left out. */
export async function readSheetRows(
  {zip, workbook, place}: {zip: ZipArchive; workbook: Workbook; place: string},
  sheet: Workbook['sheets'][number],
  onRow: (row: SheetRow) => void,
): Promise<void> {
  const reader = new SheetReader(workbook, onRow);
  await readXml(await entryText(zip, sheet.entry), `${place}, sheet ${sheet.name}`, reader);
}

class SheetReader {
  #workbook: Workbook;
  #onRow: (row: SheetRow) => void;
  #row: SheetRow = {number: 0, cells: [], isText: []};
  #isFilled = false;
  #column = -1;
  #type = '';
  #style = 0;
  #text = '';
  #isValue = false;
  #isReading = false;

  constructor(workbook: Workbook, onRow: (row: SheetRow) => void) {
    this.#workbook = workbook;
    this.#onRow = onRow;
  }

  open(name: string, attributes: Record<string, string>): void {
    switch (localName(name)) {
      case 'row':
        this.#row = {
          number: Number(attributes.r ?? this.#row.number + 1),
          cells: [],
          isText: [],
        };
        this.#column = -1;
        this.#isFilled = false;
        break;
      case 'c':
        this.#column = columnOf(attributes.r ?? '') ?? this.#column + 1;
        this.#type = attributes.t ?? 'n';
        this.#style = Number(attributes.s ?? 0);
        this.#text = '';
        break;
      case 'v':
      case 't':
        this.#isValue = !this.#isReading;
        break;
      case 'rPh':
        this.#isReading = true;
        break;
    }
  }

  text(text: string): void {
    if (this.#isValue) this.#text += text;
  }

  close(name: string): void {
    switch (localName(name)) {
      case 'v':
      case 't':
        this.#isValue = false;
        break;
      case 'rPh':
        this.#isReading = false;
        break;
      case 'c':
        this.#addCell();
        break;
      case 'row':
        if (this.#isFilled) this.#onRow(this.#row);
        break;
    }
  }

  #addCell(): void {
    if (this.#text === '' || this.#column >= widest) return;
    const {cells, isText} = this.#row;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = this.#cellText();
    isText[this.#column] = ['s', 'str', 'inlineStr'].includes(this.#type);
    this.#isFilled ||= cells[this.#column] !== '';
  }

  #cellText(): string {
    const {sharedStrings, kinds, is1904} = this.#workbook;
    switch (this.#type) {
      case 's':
        return sharedStrings[Number(this.#text)] ?? '';
      case 'str':
      case 'inlineStr':
        return plainText(this.#text);
      case 'b':
        return this.#text === '1' || this.#text === 'true' ? 'true' : 'false';
      case 'd':
        return isoText(this.#text);
      case 'e':
        return this.#text;
      default:
        return numberText(this.#text, kinds[this.#style] ?? 'number', {is1904});
    }
  }
}

/** `2024-05-01T10:00:00.000` as dates of other cells are written; one with a zone stays as it is. */
function isoText(text: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?$/.exec(text) ?? [];
  return day === undefined ? text : `${day} ${time}`;
}
