/**
 * The words of a text that begin with one of some stems, as they are written and in their order. Stems
 * are in small letters and without accents.
 */
export function wordsWith(text: string, stems: readonly string[]): string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const found = words.filter((word) => {
    const plain = plainLetters(word);
    return stems.some((stem) => plain.startsWith(stem));
  });
  return [...new Set(found)];
}

function plainLetters(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
