/** What a number of a sheet means, as its format says. */
export type NumberKind = 'number' | 'date' | 'duration';

const builtinDates = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 47],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58],
]);
/** `mm:ss` and `[h]:mm:ss`. */
const builtinDurations = new Set([45, 46]);

/**
 * What numbers of a format are, from the format's id and its code where the workbook has one: ECMA-376
 * part 1, 18.8.30. `[h]`, `[mm]` and `[ss]` count beyond a day, so they are durations.
 */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (builtinDurations.has(id)) return 'duration';
    return builtinDates.has(id) ? 'date' : 'number';
  }
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'duration';
  const bare = first.replace(/\[[^\]]*\]/g, '').replace(/general|standard/gi, '');
  return /[ymdhs]/i.test(bare) ? 'date' : 'number';
}

const daySeconds = 86_400;
/** 1 January 1970 in days since the epoch of each system. */
const unixDay = {1900: 25_569, 1904: 24_107};

/** A number as text: as JavaScript prints it, a date as `YYYY-MM-DD HH:MM:SS`, a duration as `H:MM:SS`. */
export function numberText(written: string, kind: NumberKind, {is1904}: {is1904: boolean}): string {
  const value = Number(written);
  if (!Number.isFinite(value)) return written;
  if (kind === 'number') return String(value);
  // A date before the first day is a time of day, which reads as a duration does.
  if (kind === 'duration' || (value < 1 && !is1904) || value < 0) return durationText(value);
  return dateText(value, is1904);
}

function durationText(days: number): string {
  const total = Math.round(Math.abs(days) * daySeconds);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes, seconds] = [
    Math.floor(total / 3600),
    Math.floor(total / 60) % 60,
    total % 60,
  ];
  return `${days < 0 && total > 0 ? '-' : ''}${hours}:${two(minutes)}:${two(seconds)}`;
}

function dateText(serial: number, is1904: boolean): string {
  // Day 60 of the 1900 system is 29 February 1900, which never was; days before it are one too early.
  const shift = !is1904 && serial < 60 ? 1 : 0;
  const days = serial + shift - unixDay[is1904 ? 1904 : 1900];
  const at = new Date(Math.round(days * daySeconds) * 1000);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return String(serial);
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

/** Text of a cell: `_x000D_` and the like are characters that XML can't hold. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The 0-based column of a reference such as `AB12`; null without letters. */
export function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return at === 0 ? null : column - 1;
}
