import {UserError} from '../base/user-error.ts';
import type {Query} from './query.ts';

/**
 * A parameter that counts from 1.
 * @throws UserError when it is something else or above `most`
 */
export function countOf(
  query: Query,
  name: string,
  {standard, most}: {standard: number; most: number},
): number {
  const text = query.one(name);
  if (text === null) return standard;
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= most) return count;
  throw new UserError(
    `"${name}" can’t be "${text.slice(0, 40)}".`,
    `Use a whole number from 1 to ${most.toLocaleString('en-GB')}.`,
  );
}
