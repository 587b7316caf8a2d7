import {z} from 'zod';
import {calendarFile} from './calendar-file.ts';
import {clockTime, count, day, goal, pattern, priorities, priority} from './config-fields.ts';
import {share, size, text, tier, zone} from './config-fields.ts';
import {deliveryFile, scheduleFile} from './delivery-file.ts';
import {slaFile} from './sla-file.ts';
import {languages} from '../wording/language.ts';

const number = (error: string) => z.number({error});

const source = z.strictObject({
  connector: z.string({error: 'Name the connector, e.g. servicenow.'}).min(1),
  title: z.string().min(1).optional(),
  zone: zone.optional(),
  files: z.array(z.string().min(1)).optional(),
  satisfaction: z
    .strictObject(
      {worst: number('Write a number, such as 1.'), best: number('Write a number, such as 5.')},
      {error: (issue) => (issue.code === 'invalid_type' ? satisfactionForm : undefined)},
    )
    .refine(({worst, best}) => worst !== best, {error: 'The worst and the best are the same.'})
    .optional(),
});

const satisfactionForm = 'Write the ends of the scale as {worst: 1, best: 5}.';

const target = z.union(
  [
    z.literal('none'),
    goal,
    z.partialRecord(z.enum(['all', ...priorities]), goal),
    z.array(
      z.strictObject({
        goal,
        priority: priority.optional(),
        service: text('Name a service.').optional(),
        from: day.optional(),
        until: day.optional(),
      }),
    ),
  ],
  {
    error:
      'Write a goal such as at least 90 %, goals by priority such as {P1: at most 4 h}, a list such ' +
      'as [{goal: at most 4 h, priority: P1, service: Payroll, from: 2026-01-01}], or none.',
  },
);

const changeForm =
  'Write dated changes as a list: [{on: 2026-06-01, what: new tool, where: {service: Payroll}}].';
const datedChange = z.strictObject(
  {
    on: day,
    what: text('Say what changed.'),
    metrics: z
      .array(text('Name a metric, such as mttr.'), {error: 'Write a list of metrics: [mttr, flr].'})
      .optional(),
    where: z.record(z.string().min(1), text('Name a value.')).optional(),
  },
  {error: (issue) => (issue.code === 'invalid_type' ? changeForm : undefined)},
);

const attributeForm = 'Write the column as Region, or {column: Region, label: region}.';
const attribute = z.union(
  [
    text(attributeForm).transform((column) => ({column, label: undefined, plural: undefined})),
    z.strictObject({
      column: text('Name the column.'),
      label: text('Write the name of one of them, such as region.').optional(),
      plural: text('Write the name of several of them, such as regions.').optional(),
    }),
  ],
  {error: attributeForm},
);

const cost = z
  .number({error: 'Write a price, such as 22.'})
  .nonnegative({error: 'A price is not below zero.'});

const level = z.union([text('Write a word.'), z.array(text('Write a word.'))], {
  error: 'Write the words of a level: high, or [high, hoch].',
});
const levels = z.array(level, {
  error: 'Write the levels, most serious first: [high, medium, low].',
});

const priorityMatrix = z.union(
  [
    z.literal('none'),
    z.strictObject({
      impact: levels.optional(),
      urgency: levels.optional(),
      table: z.array(z.array(priority)).min(1).optional(),
    }),
  ],
  {error: 'Write the matrix as {impact: […], urgency: […], table: [[P1, P2, P3], …]}, or none.'},
);

/** What a person may write in `meantime.yaml`. Everything may be left out. */
export const configFile = z.strictObject({
  zone: zone.optional(),
  language: z
    .enum(languages, {error: `Write one of the languages there are: ${languages.join(', ')}.`})
    .optional(),
  sources: z
    .record(
      z.string().regex(/^[a-z0-9][a-z0-9_-]*$/i, {
        error: 'Name a source in letters, digits, - and _, such as service_desk.',
      }),
      source,
    )
    .optional(),
  calendars: z.record(z.string().min(1), calendarFile).optional(),
  sla: slaFile.optional(),
  targets: z
    .record(
      z.string().regex(/^[a-z0-9_]+$/, {
        error: 'Write the id of a metric, such as sla_resolution; meantime metrics lists them.',
      }),
      target,
    )
    .optional(),
  changes: z.array(datedChange, {error: changeForm}).optional(),
  tiers: z.record(z.string().min(1), tier).optional(),
  service_desk: pattern.optional(),
  shifts: z
    .array(z.strictObject({name: z.string().min(1), from: clockTime, to: clockTime}))
    .optional(),
  attributes: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/, {
        error: 'Name a dimension in small letters, digits and _, such as requester_group.',
      }),
      attribute,
    )
    .optional(),
  costs: z
    .strictObject({
      currency: z
        .string({error: 'Name the currency, e.g. EUR.'})
        .regex(/^[A-Z]{3}$/, {error: 'Write the currency as EUR or USD.'}),
      L1: cost.optional(),
      L2: cost.optional(),
      L3: cost.optional(),
      vendor: cost.optional(),
    })
    .optional(),
  affected_users: text('Name the column with the number of affected users.').optional(),
  monitoring_channels: pattern.optional(),
  vague_categories: pattern.optional(),
  vague_share: share.optional(),
  priority_matrix: priorityMatrix.optional(),
  upload_limit: size.optional(),
  problems: z
    .strictObject({
      window_weeks: count('Write a number of weeks, such as 52.').optional(),
      recent_weeks: count('Write a number of weeks, such as 8.').optional(),
      minimum_incidents: count('Write a number of incidents, such as 5.').optional(),
      silent_probability: share.optional(),
      after_change_hours: count('Write a number of hours, such as 72.').optional(),
      quiet_days: count('Write a number of days, such as 90.').optional(),
      attributes: z
        .array(text('Name an attribute.'), {error: 'Write a list of attributes: [region].'})
        .optional(),
    })
    .optional(),
  schedule: z.array(scheduleFile).optional(),
  delivery: deliveryFile.optional(),
  aged_days: count('Write a number of days, such as 10.').optional(),
  contact_hours: z.number({error: 'Write a number of hours, such as 1.'}).positive().optional(),
  reopen_days: count('Write a number of days, such as 7.').optional(),
  recurrence_days: count('Write a number of days, such as 30.').optional(),
  premature_hours: count('Write a number of hours, such as 48.').optional(),
});

export type ConfigFile = z.output<typeof configFile>;
