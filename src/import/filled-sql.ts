import {quoteText} from '../warehouse/quote.ts';

/**
 * A text, or nothing where it is a spelling of nothing. The engine would make a join of each `in`, and the plan
 * of a file with a hundred columns was measured to take 80 times as long as reading it.
 */
export function filledSql(text: string, nulls: readonly string[]): string {
  return `case when not list_contains([${nulls.map(quoteText).join(', ')}], ${text}) then ${text} end`;
}
