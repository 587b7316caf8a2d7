import {z} from 'zod';
import {isZone, zonesLike} from '../time/zone.ts';
import {parseClockTime, parseSpan, parseWeekdays} from './clock-time.ts';
import {parseDuration} from './duration.ts';
import {parseGoal} from './goal.ts';

/** A text that `parse` understands; every problem says how to write it. */
function readAs<T>(parse: (text: string) => T | null, remedy: string) {
  return z.string({error: remedy}).transform((text, context): T => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({code: 'custom', message: `"${text}" is not understood. ${remedy}`});
    return z.NEVER;
  });
}

const zone = z.string({error: 'Write a zone such as Europe/Berlin.'}).check((context) => {
  if (isZone(context.value)) return;
  const offers = zonesLike(context.value).join(', ') || 'Europe/Berlin, America/New_York or UTC';
  const message = `"${context.value}" is no time zone. Write one such as ${offers}.`;
  context.issues.push({code: 'custom', message, input: context.value});
});

const day = readAs(parseDay, 'Write a day as 2026-12-25.');
const priority = z.enum(['P1', 'P2', 'P3', 'P4', 'P5']);
const span = readAs(parseSpan, 'Write hours as 09:00–17:00, or 22:00–06:00 over midnight.');
const clockTime = readAs(parseClockTime, 'Write a time as 06:00.');
const duration = readAs(parseDuration, 'Write a time such as 15 min, 4 h or 3 business days.');
const goal = readAs(parseGoal, 'Write a goal such as at least 90 %, below 10 % or at most 24 h.');
const count = (error: string) => z.int({error}).positive({error});

const source = z.strictObject({
  connector: z.string({error: 'Name the connector, e.g. servicenow.'}).min(1),
  title: z.string().min(1).optional(),
  zone: zone.optional(),
  files: z.array(z.string().min(1)).optional(),
});

const holiday = z.union(
  [
    z.strictObject({on: day, label: z.string().optional()}),
    z.strictObject({from: day, to: day, label: z.string().optional()}),
  ],
  {error: 'Write a holiday as {on: 2026-12-25, label: Christmas} or {from: …, to: …, label: …}.'},
);

const calendar = z.strictObject({
  zone: zone.optional(),
  hours: z.record(
    z.string().refine((text) => parseWeekdays(text) !== null, {
      error: 'Write weekdays as mon–fri, sat or sat, sun.',
    }),
    z.union([span, z.array(span)], {error: 'Write hours as 09:00–17:00, or a list of them.'}),
  ),
  holidays: z.array(holiday).optional(),
});

const slaTarget = z.union(
  [z.literal('none'), duration, z.strictObject({within: duration, calendar: z.string()})],
  {
    error:
      'Write a target such as 4 h, {within: 3 business days, calendar: business hours} or none.',
  },
);

const target = z.union(
  [z.literal('none'), goal, z.partialRecord(z.enum(['all', ...priority.options]), goal)],
  {
    error:
      'Write a goal such as at least 90 %, goals by priority such as {P1: at most 4 h}, or none.',
  },
);

const tier = z.enum(['L1', 'L2', 'L3', 'vendor'], {error: 'Write L1, L2, L3 or vendor.'});

const pattern = z.string().refine(isPattern, {error: 'This is no valid regular expression.'});

/** What a person may write in `meantime.yaml`. Everything may be left out. */
export const configFile = z.strictObject({
  zone: zone.optional(),
  sources: z.record(z.string().regex(/^[a-z0-9][a-z0-9_-]*$/i), source).optional(),
  calendars: z.record(z.string().min(1), calendar).optional(),
  sla: z
    .strictObject({
      response: z.partialRecord(priority, slaTarget).optional(),
      resolution: z.partialRecord(priority, slaTarget).optional(),
    })
    .optional(),
  targets: z.record(z.string().regex(/^[a-z0-9_]+$/), target).optional(),
  tiers: z.record(z.string().min(1), tier).optional(),
  service_desk: pattern.optional(),
  shifts: z
    .array(z.strictObject({name: z.string().min(1), from: clockTime, to: clockTime}))
    .optional(),
  aged_days: count('Write a number of days, such as 10.').optional(),
  contact_hours: z.number({error: 'Write a number of hours, such as 1.'}).positive().optional(),
  reopen_days: count('Write a number of days, such as 7.').optional(),
  recurrence_days: count('Write a number of days, such as 30.').optional(),
  premature_hours: count('Write a number of hours, such as 48.').optional(),
});

export type ConfigFile = z.output<typeof configFile>;

function parseDay(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'i');
    return true;
  } catch {
    return false;
  }
}
