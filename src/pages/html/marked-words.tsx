import type {MarkedText} from '../examples-block.ts';

/** A text with the words marked that speak for something. */
export function MarkedWords({runs}: {runs: readonly MarkedText[]}) {
  return <>{runs.map(({text, isMarked}) => (isMarked ? <mark>{text}</mark> : text))}</>;
}
