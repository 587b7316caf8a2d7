import {incompleteBeta} from './incomplete-beta.ts';

/** Beyond so many degrees of freedom Student's distribution is the normal one to all digits that matter. */
const mostDegrees = 1e7;

/** The chance of a value below `t` under Student's distribution (DLMF 8.17; Abramowitz and Stegun 26.7.1). */
export function studentBelow(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0;
  const v = Math.min(degrees, mostDegrees);
  const tail = incompleteBeta(v / (v + t * t), v / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

export function normalBelow(z: number): number {
  return studentBelow(z, mostDegrees);
}

/** The t below which a value falls with this chance. */
export function studentQuantile(chance: number, degrees: number): number {
  let [low, high] = [-100, 100];
  for (let step = 0; step < 70; step++) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, degrees) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function normalQuantile(chance: number): number {
  return studentQuantile(chance, mostDegrees);
}
