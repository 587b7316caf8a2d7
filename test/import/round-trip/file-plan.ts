import {gzipSync} from 'node:zlib';
import fc from 'fast-check';
import type {Encoding} from '../../../src/import/encoding-scan.ts';
import type {Session} from '../../../src/warehouse/database.ts';
import {zipOf} from '../zip-of.ts';
import {sheetOf, type Clock} from './cells-of.ts';
import {codePages, encodeText, lettersOf, unicodeLetters} from './code-pages.ts';
import {dateStyles, dateText, type DateStyle} from './date-styles.ts';
import {incidentTables, type Incident} from './incident-table.ts';
import {sentences} from './sentences.ts';
import {parquetBytes} from './write-parquet.ts';
import {workbookBytes} from './write-sheet.ts';
import {
  delimitedText,
  jsonText,
  xmlText,
  type DelimitedStyle,
  type JsonStyle,
} from './write-text.ts';

/** A table and how it is written: all that a file is made of. */
export interface FilePlan {
  incidents: Incident[];
  clock: Clock;
  form: Form;
  packing: 'plain' | 'gzip' | 'zip' | 'zip of a gzip';
  /** The day-first or month-first order is said at the import. */
  isOrderStated: boolean;
}

export type Form =
  | ({kind: 'delimited'} & TextForm & DelimitedStyle)
  | ({kind: 'json'} & TextForm & JsonStyle)
  | ({kind: 'xml'; isIndented: boolean; useCdata: boolean; lineEnd: string} & TextForm)
  | {kind: 'workbook'; areStringsShared: boolean; is1904: boolean}
  | {kind: 'parquet'; areInstants: boolean};

interface TextForm {
  encoding: Encoding;
  hasMark: boolean;
  /** Said at the import; else found out from the bytes. */
  isEncodingStated: boolean;
}

/** What native times are read back as: to the second in workbooks, exactly in Parquet. */
export function nativeStyle({form}: FilePlan): DateStyle {
  const isLocal = form.kind === 'workbook' || (form.kind === 'parquet' && !form.areInstants);
  const unit = form.kind === 'workbook' ? 'second' : 'millisecond';
  return {...dateStyles[0]!, isLocal, unit};
}

export const filePlans: fc.Arbitrary<FilePlan> = fc
  .oneof({weight: 5, arbitrary: textForms()}, {weight: 2, arbitrary: binaryForms()})
  .chain(({form, letters, words}) =>
    fc.record({
      form: fc.constant(form),
      incidents: incidentTables(letters, words),
      clock: clocksFor(form, letters),
      packing: fc.constantFrom(...(['plain', 'plain', 'gzip', 'zip', 'zip of a gzip'] as const)),
      isOrderStated: fc.boolean(),
    }),
  )
  .map(withProof);

interface Written {
  form: Form;
  letters: string[];
  words: string[];
}

function textForms(): fc.Arbitrary<Written> {
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r\r\n');
  const delimited = fc.record({
    kind: fc.constant('delimited' as const),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quoting: fc.constantFrom('needed' as const, 'all' as const, 'filled' as const),
    lineEnd,
    innerEnd: fc.constantFrom('\n', '\r\n'),
    titles: fc.constantFrom<string[]>([], [], ['Tickets of the week'], ['Tickets', '']),
    isRagged: fc.boolean(),
    endsWithLine: fc.boolean(),
  });
  const json = fc.record({
    kind: fc.constant('json' as const),
    form: fc.constantFrom('array' as const, 'path' as const, 'lines' as const),
    isPretty: fc.boolean(),
    isSparse: fc.boolean(),
    lineEnd,
  });
  const xml = fc.record({
    kind: fc.constant('xml' as const),
    isIndented: fc.boolean(),
    useCdata: fc.boolean(),
    lineEnd,
  });
  return fc
    .tuple(fc.oneof({weight: 3, arbitrary: delimited}, json, xml), encodings())
    .map(([style, {letters, words, ...text}]) => ({form: {...style, ...text}, letters, words}));
}

function encodings(): fc.Arbitrary<TextForm & {letters: string[]; words: string[]}> {
  const unicode = fc
    .constantFrom<[string, boolean]>(
      ['utf-8', false],
      ['utf-8', true],
      ['utf-16le', true],
      ['utf-16be', true],
    )
    .map(([encoding, hasMark]) => ({
      encoding,
      hasMark,
      isEncodingStated: false,
      letters: unicodeLetters,
      words: [] as string[],
    }));
  const stated = fc.constantFrom(...codePages).map((encoding) => ({
    encoding,
    hasMark: false,
    isEncodingStated: true,
    letters: lettersOf(encoding),
    words: [] as string[],
  }));
  const guessed = fc.constantFrom(...sentences).map(([, encoding, text]) => ({
    encoding,
    hasMark: false,
    isEncodingStated: false,
    letters: [] as string[],
    words: [text],
  }));
  return fc.oneof({weight: 2, arbitrary: unicode}, stated, guessed);
}

function binaryForms(): fc.Arbitrary<Written> {
  const workbook = fc.record({
    kind: fc.constant('workbook' as const),
    areStringsShared: fc.boolean(),
    is1904: fc.boolean(),
  });
  const parquet = fc.record({kind: fc.constant('parquet' as const), areInstants: fc.boolean()});
  return fc
    .oneof({weight: 2, arbitrary: workbook}, parquet)
    .map((form) => ({form, letters: unicodeLetters, words: []}));
}

/** Times in a style whose month names the file's encoding has; half of the binary files have native ones. */
function clocksFor(form: Form, letters: readonly string[]): fc.Arbitrary<Clock> {
  const known = new Set(letters === unicodeLetters ? ['é', 'û', 'ä'] : letters);
  const isWritable = (style: DateStyle) => {
    const months = Array.from({length: 12}, (_, month) =>
      dateText(new Date(Date.UTC(2024, month, 5)), style, 'UTC'),
    );
    return [...months.join('').replace(/[\x00-\x7f]/g, '')].every((letter) => known.has(letter));
  };
  const written = fc.constantFrom(...dateStyles.filter(isWritable));
  const isBinary = form.kind === 'workbook' || form.kind === 'parquet';
  const style = isBinary ? fc.oneof(fc.constant('native' as const), written) : written;
  const zone = fc.constantFrom('UTC', 'Europe/Amsterdam', 'America/New_York');
  return fc.record({style, zone});
}

/** Where nobody says which comes first, a 31st in each column does. */
function withProof(plan: FilePlan): FilePlan {
  const {style} = plan.clock;
  if (style === 'native' || style.order === null || plan.isOrderStated) return plan;
  const [first] = plan.incidents;
  const at = new Date('2024-07-31T12:00:00Z');
  const proof = {...first!, opened_at: at, resolved_at: at, updated_at: at};
  return {...plan, incidents: [proof, ...plan.incidents.slice(1)]};
}

/** The bytes of a plan's file. */
export async function fileBytes(plan: FilePlan, session: Session): Promise<Buffer> {
  const bytes = await unpackedBytes(plan, session);
  switch (plan.packing) {
    case 'plain':
      return bytes;
    case 'gzip':
      return gzipSync(bytes);
    case 'zip':
      return zipOf({'export/tickets': bytes});
    case 'zip of a gzip':
      return zipOf({'tickets.gz': gzipSync(bytes)});
  }
}

async function unpackedBytes(
  {incidents, clock, form}: FilePlan,
  session: Session,
): Promise<Buffer> {
  const sheet = sheetOf(incidents, clock);
  const {zone} = clock;
  if (form.kind === 'workbook') return workbookBytes(sheet, {...form, zone});
  if (form.kind === 'parquet') return parquetBytes(sheet, {...form, zone}, session);
  const text =
    form.kind === 'delimited'
      ? delimitedText(sheet, form)
      : form.kind === 'json'
        ? jsonText(sheet, form)
        : xmlText(sheet, form);
  return encodeText(form.hasMark ? `\ufeff${text}` : text, form.encoding);
}
