import type {MarkedText} from './examples-block.ts';

/** A text in runs: the words given are marked wherever they stand whole. */
export function markedText(text: string, words: readonly string[]): MarkedText[] {
  const isWord = new Set(words);
  const runs: MarkedText[] = [];
  for (const piece of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (piece === '') continue;
    const isMarked = isWord.has(piece);
    const last = runs.at(-1);
    if (last && last.isMarked === isMarked) last.text += piece;
    else runs.push({text: piece, isMarked});
  }
  return runs;
}
