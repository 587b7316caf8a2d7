import {z} from 'zod';
import {typedLine, typedLines} from './typed-text.ts';
import {actionStatuses, type PackReference} from '../register/action.ts';
import {daySchema} from './schemas.ts';

/** What is sent about improvement actions. */

const longText = typedLines(500);

const by = typedLine(100).describe('Who does it');
const reason = longText.default('').describe('Why, where there is more to say');
const day = daySchema.describe('Local day');
const amount = z.number().min(0).max(1e12).nullable();
const filter = z.strictObject({
  dimension: typedLine(60),
  values: z.array(z.string().max(200)).min(1).max(50),
});

const packSchema = z
  .string()
  .regex(/^(weekly\/\d{4}-W\d{2}|monthly\/\d{4}-\d{2})\/v[1-9]\d{0,5}$/)
  .meta({example: 'weekly/2026-W44/v1'})
  .describe('The review pack it was decided on');

const plan = {
  title: typedLine(200).describe('What is to be done'),
  owner: typedLine(100).describe('Who sees to it'),
  dueOn: day.nullable(),
  metric: typedLine(60).describe('Id of the metric that is to move'),
  where: z.array(filter).max(10).describe('Which incidents; none for all'),
  candidate: z
    .string()
    .regex(/^(?:pc-)?[1-9]\d{0,8}$/i)
    .nullable()
    .meta({example: 'PC-12'})
    .describe('Instead of filters: a problem candidate, whose incidents are counted'),
  baselineFrom: day,
  baselineTo: day.describe('The day after the baseline’s last'),
  baselineValue: z.number().describe('In the metric’s unit; by default read from the data'),
  targetValue: z.number().describe('In the metric’s unit: shares 0–1'),
  effectOn: day.describe('From this day on the effect is looked for'),
  effortDays: amount,
  cost: amount,
  notes: longText,
};

export const actionCreateSchema = z.strictObject({
  ...plan,
  owner: plan.owner.optional().describe('Who sees to it; by default who registers it'),
  dueOn: plan.dueOn.default(null),
  where: plan.where.default([]),
  candidate: plan.candidate.default(null),
  baselineFrom: plan.baselineFrom.optional().describe('By default thirteen whole weeks'),
  baselineTo: plan.baselineTo.optional(),
  baselineValue: plan.baselineValue.optional(),
  targetValue: plan.targetValue.optional().describe('By default the goal, else a fifth better'),
  effectOn: plan.effectOn.optional().describe('By default four weeks from the data’s clock'),
  effortDays: amount.default(null),
  cost: amount.default(null),
  notes: plan.notes.default(''),
  status: z.enum(['proposed', 'agreed', 'in progress', 'done']).default('proposed'),
  origin: z
    .strictObject({
      kind: z.enum(['finding', 'candidate', 'figure', 'other']),
      key: z.string().max(300).nullable().default(null),
      words: z.string().max(600).default(''),
      href: z
        .string()
        .max(1000)
        .regex(/^\/(?!\/)/)
        .nullable()
        .default(null),
    })
    .default({kind: 'other', key: null, words: '', href: null})
    .describe('What it came from, word for word'),
  pack: packSchema.nullable().default(null),
  by,
});

export const actionChangeSchema = z.strictObject({
  ...z.strictObject(plan).partial().shape,
  status: z.enum(actionStatuses).optional(),
  version: z
    .int()
    .min(1)
    .optional()
    .describe('The version that was seen; refused when it has changed since. Or send If-Match'),
  reason,
  pack: packSchema.nullable().default(null),
  by,
});

export const actionCommentSchema = z.strictObject({
  text: longText.refine((text) => text !== ''),
  pack: packSchema.nullable().default(null),
  by,
});

export type ActionCreateRequest = z.output<typeof actionCreateSchema>;
export type ActionChangeRequest = z.output<typeof actionChangeSchema>;
export type ActionCommentRequest = z.output<typeof actionCommentSchema>;

/** How to send each field rightly. */
export const actionRemedies: Readonly<Record<string, string>> = {
  body: 'Send an object with title, metric, targetValue and by.',
  title: 'Say what is to be done, in at most 200 characters on one line.',
  owner: 'Name who sees to it, in at most 100 characters on one line.',
  metric: 'Name a metric of the catalogue, such as flr.',
  where: 'Write filters as {dimension, values}, such as service and Mail.',
  candidate: 'Name a candidate such as PC-12.',
  dueOn: 'Write a day as 2026-12-25.',
  baselineFrom: 'Write a day as 2026-12-25.',
  baselineTo: 'Write a day as 2026-12-25: the day after the last.',
  effectOn: 'Write a day as 2026-12-25.',
  targetValue: 'Write a number in the metric’s unit.',
  effortDays: 'Write a number of days from 0.',
  cost: 'Write a number from 0.',
  status: `Use one of: ${actionStatuses.join(', ')}.`,
  version: 'Send the version of the action you saw, from 1.',
  pack: 'Name a pack as weekly/2026-W44/v1.',
  text: 'Say it in at most 500 characters.',
  notes: 'Say it in at most 500 characters.',
};

/** `weekly/2026-W44/v1` as its parts. */
export function packReference(text: string | null): PackReference | null {
  if (text === null) return null;
  const [kind = '', period = '', version = ''] = text.split('/');
  return {
    kind: kind === 'monthly' ? 'monthly' : 'weekly',
    period,
    version: Number(version.slice(1)),
  };
}
