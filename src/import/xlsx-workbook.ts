import {posix} from 'node:path';
import {UserError} from '../base/user-error.ts';
import {readXml, type XmlHandlers} from './xml-stream.ts';
import {numberKind, plainText, type NumberKind} from './xlsx-cell.ts';
import type {ZipArchive, ZipEntry} from './zip-archive.ts';
import {NotAnExportError} from './not-an-export.ts';

/** In characters: what a sheet of a million rows of long texts shares. */
const longestStrings = 400 * 2 ** 20;

/** What a workbook says of its sheets, before their rows are read. */
export interface Workbook {
  sheets: {name: string; isHidden: boolean; entry: ZipEntry}[];
  is1904: boolean;
  /** By a cell's style. */
  kinds: NumberKind[];
  sharedStrings: string[];
}

/** @throws UserError when parts of the workbook are missing or damaged */
export async function openWorkbook(zip: ZipArchive, place: string): Promise<Workbook> {
  const found = (name: string) =>
    zip.entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const part = async (entry: ZipEntry, handlers: Partial<XmlHandlers>) => {
    const inPlace = `${place} (${entry.name})`;
    await readXml(await entryText(zip, entry), inPlace, {
      open() {},
      close() {},
      text() {},
      ...handlers,
    });
  };
  const workbookEntry = found('xl/workbook.xml');
  if (!workbookEntry) throw noWorkbook(place, zip);
  const targets = new Map<string, {type: string; target: string}>();
  const relations = found('xl/_rels/workbook.xml.rels');
  if (relations)
    await part(relations, {
      open: (_name, {Id = '', Type = '', Target = ''}) =>
        void targets.set(Id, {type: Type.split('/').at(-1) ?? '', target: partName(Target)}),
    });
  const {sheets, is1904} = await sheetsOf((handlers) => part(workbookEntry, handlers));
  const named = (type: string) => {
    const target = [...targets.values()].find((one) => one.type === type)?.target;
    return target === undefined ? undefined : found(target);
  };
  const styles = named('styles') ?? found('xl/styles.xml');
  const strings = named('sharedStrings') ?? found('xl/sharedStrings.xml');
  return {
    is1904,
    kinds: styles ? await kindsOf((handlers) => part(styles, handlers)) : [],
    sharedStrings: strings ? await stringsOf((handlers) => part(strings, handlers)) : [],
    sheets: sheets.flatMap(({name, isHidden, relation}) => {
      const {type, target = ''} = targets.get(relation) ?? {};
      const entry = found(target);
      // Charts have sheets of their own, which hold no rows.
      if (type !== 'worksheet' || !entry) return [];
      return [{name, isHidden, entry}];
    }),
  };
}

/** The text of a part; workbooks are UTF-8, or UTF-16 with a mark. */
export async function entryText(zip: ZipArchive, entry: ZipEntry): Promise<AsyncIterable<string>> {
  const stream = await zip.read(entry);
  return (async function* () {
    let decoder: TextDecoder | null = null;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(
        chunk[0] === 0xff && chunk[1] === 0xfe
          ? 'utf-16le'
          : chunk[0] === 0xfe && chunk[1] === 0xff
            ? 'utf-16be'
            : 'utf-8',
      );
      yield decoder.decode(chunk, {stream: true});
    }
    yield decoder?.decode() ?? '';
  })();
}

type ReadPart = (handlers: Partial<XmlHandlers>) => Promise<void>;

async function sheetsOf(
  read: ReadPart,
): Promise<{sheets: {name: string; isHidden: boolean; relation: string}[]; is1904: boolean}> {
  const sheets: {name: string; isHidden: boolean; relation: string}[] = [];
  let is1904 = false;
  await read({
    open(name, attributes) {
      const local = localName(name);
      if (local === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (local !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({name: attributes.name ?? '', isHidden, relation});
    },
  });
  return {sheets, is1904};
}

async function kindsOf(read: ReadPart): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  await read({
    open(name, {numFmtId = '0', formatCode = ''}) {
      const local = localName(name);
      if (local === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (local === 'cellXfs') isInCells = true;
      if (local === 'xf' && isInCells)
        kinds.push(numberKind(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close(name) {
      if (localName(name) === 'cellXfs') isInCells = false;
    },
  });
  return kinds;
}

/** Runs of differently set text are joined; readings beside Japanese text are not part of it. */
async function stringsOf(read: ReadPart): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  let length = 0;
  const keep = (string: string) => {
    length += string.length;
    if (length > longestStrings)
      throw new UserError(
        'The workbook holds more text than fits into memory.',
        'Export it as CSV, or in smaller pieces.',
        413,
      );
    strings.push(string);
  };
  await read({
    open(name) {
      const local = localName(name);
      if (local === 'si') text = '';
      if (local === 'rPh') isReading = true;
      isText = local === 't' && !isReading;
    },
    close(name) {
      const local = localName(name);
      if (local === 'si') keep(plainText(text));
      if (local === 'rPh') isReading = false;
      isText = false;
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return strings;
}

export function localName(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.normalize(`xl/${target}`);
}

function noWorkbook(place: string, zip: ZipArchive): UserError {
  const isBinary = zip.entries.some(({name}) => name === 'xl/workbook.bin');
  return new NotAnExportError(
    `${place} is ${isBinary ? 'a binary Excel workbook (.xlsb)' : 'no Excel workbook'}.`,
    'Open it and save it as .xlsx or CSV.',
  );
}
