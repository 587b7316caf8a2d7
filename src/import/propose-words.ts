/**
 * A header or value as words to compare: accents off, lower case, camelCase and punctuation as
 * spaces. `Eröffnet_am*` and `eroffnetAm` become `eroffnet am`.
 */
export function comparableWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
