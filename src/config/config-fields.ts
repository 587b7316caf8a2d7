import {z} from 'zod';
import {isZone, zonesLike} from '../time/zone.ts';
import {parseClockTime, parseSpan} from './clock-time.ts';
import {parseDuration} from './duration.ts';
import {parseGoal} from './goal.ts';

/** A text that `parse` understands; every problem says how to write it. */
export function readAs<T>(parse: (text: string) => T | null, remedy: string) {
  return z.string({error: remedy}).transform((text, context): T => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({code: 'custom', message: `"${text}" is not understood. ${remedy}`});
    return z.NEVER;
  });
}

export const zone = z.string({error: 'Write a zone such as Europe/Berlin.'}).check((context) => {
  if (isZone(context.value)) return;
  const offers = zonesLike(context.value).join(', ') || 'Europe/Berlin, America/New_York or UTC';
  const message = `"${context.value}" is no time zone. Write one such as ${offers}.`;
  context.issues.push({code: 'custom', message, input: context.value});
});

export const day = readAs(parseDay, 'Write a day as 2026-12-25.');
export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
export const priority = z.enum(priorities, {error: 'Write a priority as P1 to P5.'});
export const span = readAs(parseSpan, 'Write hours as 09:00–17:00, or 22:00–06:00 over midnight.');
export const clockTime = readAs(parseClockTime, 'Write a time as 06:00.');
export const duration = readAs(
  parseDuration,
  'Write a time such as 15 min, 4 h or 3 business days.',
);
export const goal = readAs(
  parseGoal,
  'Write a goal such as at least 90 %, below 10 % or at most 24 h.',
);
export const size = readAs(parseSize, 'Write a size such as 500 MB or 2 GB.');
export const tier = z.enum(['L1', 'L2', 'L3', 'vendor'], {error: 'Write L1, L2, L3 or vendor.'});

const shareRemedy = 'Write a share between 0 and 100 %, such as 40 %.';

/** `40 %` or 0.4, as 0–1. */
export const share = z
  .union([z.number(), readAs(parseShare, shareRemedy)], {error: shareRemedy})
  .refine((value) => value > 0 && value <= 1, {error: shareRemedy});

/** A regular expression that JavaScript and the database both understand. */
export const pattern = z
  .string({error: 'Write a regular expression, such as phone|e-?mail.'})
  .refine(isPattern, {error: 'This is no valid regular expression.', abort: true})
  .refine((text) => !/\(\?<?[=!]|\\[1-9]|\\k</.test(text), {
    error: 'The database knows no look-around and no back-references. Write it without.',
  });

export const count = (error: string) => z.int({error}).positive({error});
export const text = (error: string) => z.string({error}).trim().min(1, {error});

export function oneOrList<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

/** The day when the text is one of the calendar, else null. */
export function parseDay(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

function parseSize(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(MB|GB)$/i.exec(text.trim());
  if (!match) return null;
  const bytes = Number(match[1]) * (match[2]?.toUpperCase() === 'GB' ? 1e9 : 1e6);
  return bytes > 0 ? Math.round(bytes) : null;
}

function parseShare(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  return match ? Number(match[1]) / 100 : null;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'i');
    return true;
  } catch {
    return false;
  }
}
