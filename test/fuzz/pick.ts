import type {Random} from '../../fixtures/generator/random.ts';

/** One of some, each as likely. */
export function pick<T>(random: Random, from: readonly T[]): T {
  return from[below(random, from.length)]!;
}

/** A whole number from 0, less than `limit`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random.next() * limit);
}
