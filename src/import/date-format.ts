import {quoteText} from '../warehouse/quote.ts';
import type {Formats} from './connector.ts';
import {inEnglish, inEnglishSql, monthNames, type MonthNames} from './month-names.ts';

/** One way to read the dates of a column. */
export interface DateFormat {
  /** strptime, with one part in square brackets where values may lack it, such as `%S[.%f]Z`. */
  format: string;
  /** The language its month names are in; null for English or none. */
  names: MonthNames | null;
}

/** Each written format, and every date with every time where they are given apart. */
export function formatList(formats: Formats): string[] {
  if (Array.isArray(formats)) return formats;
  const {dates, times} = formats;
  return [...dates.flatMap((date) => times.map((time) => `${date} ${time}`)), ...dates];
}

const patterns: Record<string, string> = {
  Y: '[12]\\d{3}',
  y: '\\d{2}',
  m: '(?:0?[1-9]|1[0-2])',
  d: '(?:0?[1-9]|[12]\\d|3[01])',
  H: '(?:[01]?\\d|2[0-3])',
  I: '(?:0?[1-9]|1[0-2])',
  M: '[0-5]?\\d',
  S: '[0-5]?\\d',
  f: '\\d{1,6}',
  g: '\\d{1,3}',
  n: '\\d{1,9}',
  p: '[ap]m',
  z: '[+-]\\d{2}(?::?\\d{2})?',
  b: '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)',
  B: '(?:january|february|march|april|may|june|july|august|september|october|november|december)',
  a: '[a-z]{3}',
  A: '[a-z]+',
};

/** What values of a format look like; the engine has the last word on each. */
function formatPattern(format: string): RegExp {
  const source = format.replace(
    /%(-?)([a-zA-Z%])|([.*+?^${}()|[\]\\])/g,
    (whole, _pad, code, mark) => {
      if (mark === '[') return '(?:';
      if (mark === ']') return ')?';
      if (mark) return `\\${mark}`;
      return patterns[code as string] ?? whole;
    },
  );
  return new RegExp(`^${source}$`, 'i');
}

export interface Fit {
  format: DateFormat;
  count: number;
}

/**
 * The formats that read some of the values, those that read most first, in the language that reads most. Seconds
 * may have a fraction whether a format says so or not: tools leave out one that is zero.
 */
export function fitsOf(values: readonly string[], formats: readonly string[]): Fit[] {
  const plain = fitsIn(values, formats, null);
  if (plain[0]?.count === values.length || !values.some((value) => /\p{L}{2}/u.test(value)))
    return plain;
  const most = (fits: Fit[]) => fits[0]?.count ?? 0;
  // A few months are called the same in another language: "oct" alone proves no English.
  const translated = monthNames.map((names) => fitsIn(values, formats, names));
  return [plain, ...translated].reduce((best, next) => (most(next) > most(best) ? next : best));
}

function fitsIn(
  values: readonly string[],
  formats: readonly string[],
  names: MonthNames | null,
): Fit[] {
  const texts = names ? values.map((value) => inEnglish(value, names)) : values;
  const counted = (format: string): Fit => {
    const pattern = formatPattern(names ? withShortMonths(format) : format);
    return {format: {format, names}, count: texts.filter((text) => pattern.test(text)).length};
  };
  const written = formats.map(counted);
  const whole = written.some(({count}) => count === values.length);
  const open = whole ? [] : [...new Set(formats.map(withFraction))].map(counted);
  const isNews = ({format, count}: Fit) =>
    written.every((fit) => fit.count < count || withFraction(fit.format.format) !== format.format);
  return [...written, ...open.filter(isNews)]
    .filter((fit) => fit.count > 0)
    .sort((a, b) => b.count - a.count);
}

/** The format with a fraction of a second that values may have or lack. */
export function withFraction(format: string): string {
  return format.replace(/%S(\[?\.%[fgn]\]?)?/, (seconds, own: string | undefined) =>
    own?.startsWith('[') || own?.endsWith('n') ? seconds : '%S[.%f]',
  );
}

/** Months of other languages, long ones too, become English abbreviations before they are read. */
function withShortMonths(format: string): string {
  return format.replaceAll('%B', '%b');
}

/** The engine's reading of `cell` in one format: TIMESTAMP, TIMESTAMPTZ with `%z`, null where it fails. */
export function parseSql(cell: string, {format, names}: DateFormat): string {
  const text = names ? inEnglishSql(cell, names) : cell;
  const known = names ? withShortMonths(format) : format;
  const forms = [...new Set([known.replace(/[[\]]/g, ''), known.replace(/\[[^\]]*\]/g, '')])];
  const list = forms.map(quoteText).join(', ');
  return `try_strptime(${text}, ${forms.length > 1 ? `[${list}]` : list})`;
}

/** True when values carry their own offset or are universal time by their form. */
export function hasZone(format: string): boolean {
  return format.includes('%z') || format.endsWith('Z');
}

export function isDayFirst(format: string): boolean {
  return /%d.*%m/.test(format) && !/%Y.*%d/.test(format);
}

/** Two formats with one skeleton differ only in the order of day and month. */
export function skeleton(format: string): string {
  return format.replace(/%[dm]/g, '%?');
}
