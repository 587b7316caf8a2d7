import {language} from '../wording/language.ts';

/**
 * A number as a spreadsheet reads it: without the spaces or commas between its thousands, with a plain
 * minus; its decimal comma stays where the language writes one. Other texts come back as they are.
 */
export function plainNumber(text: string): string {
  const between = language() === 'fr' ? /[\u202f\u2009\u00a0 ]/g : /[\u202f\u2009\u00a0 ,]/g;
  const plain = text.replace(between, '').replace('−', '-');
  return /^-?\d+([.,]\d+)?$/.test(plain) ? plain : text;
}
