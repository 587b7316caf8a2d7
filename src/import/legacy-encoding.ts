import {languageLetters} from './language-letters.ts';

/** Encodings of one byte a letter that a file may be in without saying so, the likeliest first. */
export const legacyEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1253',
  'windows-1257',
  'windows-1255',
  'windows-1256',
  'iso-8859-15',
  'iso-8859-2',
  'windows-1258',
] as const;

export type LegacyEncoding = (typeof legacyEncodings)[number];

/** What is added for being common: natural logarithms, worth about as much as one letter. */
const priors: Partial<Record<LegacyEncoding, number>> = {
  'windows-1252': 0,
  'iso-8859-15': -3,
  'iso-8859-2': -3,
  'windows-1258': -4,
};
const usualPrior = -2;

/** Below, even the best reading is none: mean logarithm of a letter’s likelihood. */
const unlikely = -5.5;
/** Less than this between two readings leaves doubt: a factor of about 50. */
const sureMargin = 4;

export interface EncodingGuess {
  encoding: LegacyEncoding;
  /** A reading nearly as likely that differs, with a word read both ways. */
  rival: {encoding: LegacyEncoding; word: string; rivalWord: string} | null;
}

/**
 * The encoding in which words read most like words: by bytes it leaves undefined, by the letters that
 * European languages use and how often, by capitals inside words, by vowels among vowels and consonants
 * among consonants, by letters of two scripts in one word.
 * @param words byte sequences with letters beyond ASCII, as latin-1 text
 * @returns null when no encoding gives readable words
 */
export function guessEncoding(words: readonly string[]): EncodingGuess | null {
  if (words.length === 0) return {encoding: 'windows-1252', rival: null};
  const readings = legacyEncodings.flatMap((encoding) => {
    const decoded = words.map((word) => decodeWord(word, tableOf(encoding)));
    if (decoded.some((word) => word === null)) return [];
    const texts = decoded as string[];
    return [{encoding, texts, score: readingScore(texts) + (priors[encoding] ?? usualPrior)}];
  });
  readings.sort((a, b) => b.score - a.score);
  const [best] = readings;
  if (!best) return null;
  const letters = best.texts.join('').replace(/[\x00-\x7f]/g, '').length;
  if (best.score / letters < unlikely) return null;
  const other = readings.find(({texts}) => texts.some((text, index) => text !== best.texts[index]));
  if (!other || best.score - other.score > sureMargin)
    return {encoding: best.encoding, rival: null};
  const at = best.texts.findIndex((text, index) => text !== other.texts[index]);
  return {
    encoding: best.encoding,
    rival: {
      encoding: other.encoding,
      word: best.texts[at] ?? '',
      rivalWord: other.texts[at] ?? '',
    },
  };
}

const tables = new Map<LegacyEncoding, (string | null)[]>();

/** The characters of bytes 128–255; null where the encoding has none. */
function tableOf(encoding: LegacyEncoding): (string | null)[] {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = Array.from({length: 128}, (_, index) => {
    // Without `stream`, Node's windows-1252 decoder gives control characters (nodejs/node issue 56542).
    const character = decoder.decode(Uint8Array.of(index + 128), {stream: true});
    return /[\u0080-\u009f\ufffd]/.test(character) ? null : character;
  });
  tables.set(encoding, table);
  return table;
}

function decodeWord(word: string, table: (string | null)[]): string | null {
  let text = '';
  for (let at = 0; at < word.length; at++) {
    const byte = word.charCodeAt(at);
    const character = byte < 128 ? word[at] : table[byte - 128];
    if (character == null) return null;
    text += character;
  }
  return text;
}

function readingScore(words: readonly string[]): number {
  const shape = words.reduce((sum, word) => sum + shapeScore(word), 0);
  const letters = words.join('').replace(/[\x00-\x7f]/g, '');
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const byLanguage = languages.map((likelihood) =>
    [...counts].reduce((sum, [letter, count]) => sum + count * likelihood(letter), 0),
  );
  return shape + Math.max(...byLanguage);
}

const usualSigns = new Set('“”‘’„‚–—…€«»°·•§©®™²³½¿¡\u00a0');

/** For each language, the logarithm of how likely a character is among those beyond ASCII. */
const languages = Object.values(languageLetters).map((frequencies) => {
  const total = Object.values(frequencies).reduce((sum, share) => sum + share, 0);
  const logs = new Map(
    Object.entries(frequencies).map(([letter, share]) => [
      letter,
      Math.log((0.95 * share) / total),
    ]),
  );
  return (character: string): number => {
    if (!/\p{L}/u.test(character)) return usualSigns.has(character) ? -2 : -7;
    // Capitals are rarer; how they stand among others is the matter of `shapeScore`.
    const lower = character === 'İ' ? character : character.toLowerCase();
    const known = logs.get(character) ?? logs.get(lower);
    if (known === undefined) return -8;
    return lower === character ? known : known - 1.5;
  };
});

/** What speaks against a word, whatever its language. */
function shapeScore(word: string): number {
  let score = 0;
  const characters = [...word];
  const hasLatin = /\p{Script=Latin}/u.test(word);
  const hasOther = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(
    word,
  );
  if (hasLatin && hasOther) score -= 8;
  if (characters.length > 3 && /^[^\x00-\x7f]+$/.test(word) && hasLatin) score -= 4;
  characters.forEach((character, at) => {
    if (character <= '\x7f') return;
    const [before = '', after = ''] = [characters[at - 1], characters[at + 1]];
    if (!/\p{L}/u.test(character)) {
      if (isLetter(before) && isLetter(after) && character !== '’') score -= 5;
      return;
    }
    if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) score -= 5;
    if (/\p{Ll}/u.test(character) && /\p{Lu}/u.test(before) && /\p{Lu}/u.test(after)) score -= 3;
    const sound = soundOf(character);
    if (sound !== null && sound === soundOf(before) && sound === soundOf(after)) score -= 2.5;
  });
  return score;
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

/** Vowel or consonant, of Latin letters. */
function soundOf(character: string): 'vowel' | 'consonant' | null {
  if (!/\p{Script=Latin}/u.test(character)) return null;
  const base = character.normalize('NFD')[0]?.toLowerCase() ?? '';
  return 'aeiouyæøœıơư'.includes(base) ? 'vowel' : 'consonant';
}
