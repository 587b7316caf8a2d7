import {z} from 'zod';
import {day, duration, priority, text} from './config-fields.ts';

const target = z.union([duration, z.strictObject({within: duration, calendar: z.string()})], {
  error: 'Write a target such as 4 h or {within: 3 business days, calendar: business hours}.',
});

export type WrittenSlaTarget = z.output<typeof target>;

const targetOrNone = z.union([z.literal('none'), target], {
  error: 'Write a target such as 4 h, {within: 3 business days, calendar: business hours} or none.',
});

const value = z.union([z.string(), z.number(), z.boolean()]);

/** Statuses in which an incident may wait while a clock for it exists. */
const stoppingStatus = z.enum(['new', 'in_progress', 'on_hold', 'resolved'], {
  error: 'Write new, in_progress, on_hold or resolved.',
});

const policy = z.strictObject({
  name: text('Give the policy a name.'),
  match: z
    .record(
      z.string(),
      z.union(
        [
          value,
          z.array(value).min(1, {error: 'The list is empty. Write whom it is for, or remove it.'}),
        ],
        {
          error: 'Write a value such as Payroll, or a list of them.',
        },
      ),
      {error: 'Write whom it is for, such as {service: Payroll, priority: [P2, P3]}.'},
    )
    .optional(),
  from: day.optional(),
  until: day.optional(),
  response: target.optional(),
  resolution: target.optional(),
  stops: z
    .union([z.literal('none'), z.array(stoppingStatus)], {
      error: 'Write none, or the statuses that stop the clock, such as [on_hold].',
    })
    .optional(),
  priority_change: z
    .enum(['from opening', 'from change'], {error: 'Write from opening or from change.'})
    .optional(),
});

export type WrittenPolicy = z.output<typeof policy>;

/** Service levels as they may be written in `meantime.yaml`. */
export const slaFile = z.strictObject({
  response: z.partialRecord(priority, targetOrNone).optional(),
  resolution: z.partialRecord(priority, targetOrNone).optional(),
  policies: z.array(policy, {error: 'Write a list of policies, each with a name.'}).optional(),
});

export type WrittenSla = z.output<typeof slaFile>;
