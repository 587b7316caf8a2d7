import type {UsualRange} from './process-limits.ts';

/** What made a point stand out; the strongest first. */
export type Rule = 'outside' | 'two of three' | 'run' | 'trend';

export type Side = 'above' | 'below';

const runLength = 7;

/** For each value the rules it breaks, each with the side it breaks it on. */
export function standingOut(values: readonly number[], limits: UsualRange): Map<Rule, Side>[] {
  const found = values.map(() => new Map<Rule, Side>());
  const mark = (rule: Rule, positions: number[], side: Side) => {
    for (const position of positions) found[position]?.set(rule, side);
  };
  for (const side of ['above', 'below'] as const) {
    const limit = side === 'above' ? limits.upper : limits.lower;
    const near = limits.centre + (limit - limits.centre) * (2 / 3);
    for (const position of values.keys()) {
      if (beyond(values[position], limit, side)) mark('outside', [position], side);
      const three = positionsFrom(position, 3, values.length);
      const close = three.filter((each) => beyond(values[each], near, side));
      if (close.length >= 2) mark('two of three', close, side);
      const seven = positionsFrom(position, runLength, values.length);
      if (seven.length < runLength) continue;
      if (seven.every((each) => beyond(values[each], limits.centre, side)))
        mark('run', seven, side);
      const steps = seven.slice(1);
      if (steps.every((each) => beyond(values[each], values[each - 1] ?? NaN, side)))
        mark('trend', seven, side);
    }
  }
  return found;
}

function positionsFrom(start: number, count: number, length: number): number[] {
  return Array.from({length: Math.min(count, length - start)}, (_, index) => start + index);
}

/** Rounding errors of a mean are no signal: equal within nine digits is equal. */
function beyond(value: number | undefined, line: number, side: Side): boolean {
  if (value === undefined) return false;
  const slack = 1e-9 * Math.max(Math.abs(value), Math.abs(line));
  return side === 'above' ? value > line + slack : value < line - slack;
}
