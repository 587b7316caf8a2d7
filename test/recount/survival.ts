import type {Observation} from './figure.ts';

/**
 * Kaplan–Meier median (1958): the first time by which half are over, where those that aren't over
 * count as lasting longer than they have so far; null while more than half last. DECISIONS 32.
 */
export function medianSurvival(observed: readonly Observation[]): number | null {
  const times = [...new Set(observed.map(({hours}) => hours))].sort((a, b) => a - b);
  let surviving = 1;
  for (const time of times) {
    const atRisk = observed.filter(({hours}) => hours >= time).length;
    const over = observed.filter(({hours, isOver}) => isOver && hours === time).length;
    surviving *= 1 - over / atRisk;
    // Half is half, whatever the last digit of a product of many shares is.
    if (surviving <= 0.5 + 1e-12) return time;
  }
  return null;
}
