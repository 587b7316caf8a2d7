/** A stretch of time, half-open, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** What of the span no other span covers. */
export function without(span: Span, others: readonly Span[]): Span[] {
  let left = [span];
  for (const other of others)
    left = left.flatMap(({from, to}) => [
      {from, to: Math.min(to, other.from)},
      {from: Math.max(from, other.to), to},
    ]);
  return left.filter(({from, to}) => from < to);
}

/** What two spans share; null for nothing. */
export function overlap(a: Span, b: Span): Span | null {
  const both = {from: Math.max(a.from, b.from), to: Math.min(a.to, b.to)};
  return both.from < both.to ? both : null;
}

/** How long the spans are together, in milliseconds. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((total, {from, to}) => total + (to - from), 0);
}
