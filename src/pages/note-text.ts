import {formatValue} from '../charts/format.ts';
import {t, translated} from '../wording/t.ts';

/**
 * Why a figure has no value, in the language that holds. `measure` says it in English, which is what
 * the API answers and what code decides by.
 */
export function noteText(note: string): string {
  const [, fields, share] = /^not computable \((.+) filled on (.+)\)$/.exec(note) ?? [];
  if (fields !== undefined && share !== undefined)
    return t`not computable (${fieldsText(fields)} filled on ${translatedShare(share)})`;
  const [, n] = /^too few \(n = (\d+)\)$/.exec(note) ?? [];
  return n === undefined ? translated(note) : t`too few (n = ${n})`;
}

function fieldsText(fields: string): string {
  const [first = '', second] = fields.split(' and ').map(translated);
  return second === undefined ? first : t`${first} and ${second}`;
}

/** `0.6 %` with the language's own decimal sign. */
function translatedShare(share: string): string {
  return formatValue(Number.parseFloat(share) / 100, 'share');
}
