import type {ChartData, TrendRow} from '../../../src/charts/chart.ts';
import type {DrawContext} from '../../../src/charts/draw.ts';

/** A drawing worth keeping an eye on: a golden file, an example and a picture in the gallery. */
export interface ChartCase {
  data: ChartData;
  context: DrawContext;
}

/** Numbers in 0–1 that look random and are the same for ever (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The Mondays from 4 May 2026 on. */
export function week(index: number): {day: string; period: string} {
  const date = new Date(Date.UTC(2026, 4, 4 + index * 7));
  return {day: date.toISOString().slice(0, 10), period: `Week ${19 + index}`};
}

export function weeks(values: readonly (number | null)[], n: number, seed = 1): TrendRow[] {
  const random = randomNumbers(seed);
  return values.map((value, index) => ({
    ...week(index),
    value,
    n: value == null ? 0 : Math.round(n * (0.85 + random() * 0.3)),
    signal: 'common',
    isComplete: true,
  }));
}

/** Values around a centre, as a process in its usual variation makes them. */
export function usual(count: number, centre: number, spread: number, seed = 7): number[] {
  const random = randomNumbers(seed);
  return Array.from({length: count}, () => centre + (random() + random() - 1) * spread);
}
