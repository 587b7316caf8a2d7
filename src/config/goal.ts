import type {Target} from './config.ts';

export type Goal = Pick<Target, 'goal' | 'direction'>;

const directions: Record<string, Target['direction']> = {
  'at least': 'at least',
  '>=': 'at least',
  '≥': 'at least',
  '>': 'at least',
  above: 'at least',
  'at most': 'at most',
  '<=': 'at most',
  '≤': 'at most',
  '<': 'at most',
  below: 'at most',
};

const divisors: Record<string, number> = {'': 1, '%': 100, h: 1, hour: 1, hours: 1, min: 60};

/**
 * `at least 90 %`, `below 10 %`, `at most 24 h`, `≤ 200`: a goal in the metric's own unit, shares as
 * 0–1 and times in hours. Null when it isn't understood.
 */
export function parseGoal(text: string): Goal | null {
  const match = /^(at least|at most|above|below|[<>]=?|[≤≥])\s*(\d+(?:\.\d+)?)\s*(%|[a-z]*)$/i.exec(
    text.trim(),
  );
  const direction = directions[(match?.[1] ?? '').toLowerCase()];
  const divisor = divisors[(match?.[3] ?? '').toLowerCase()];
  if (direction === undefined || divisor === undefined) return null;
  return {goal: Number(match?.[2]) / divisor, direction};
}
