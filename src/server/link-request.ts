import {z} from 'zod';
import {typedLine} from './typed-text.ts';
import {UserError} from '../base/user-error.ts';

const ends = {
  record: typedLine(500).describe('The incident that came back, `source:record_id`'),
  cameBack: typedLine(500).describe('The incident it is taken to have come back as'),
};
const by = typedLine(100).describe('Who decides');

export const strikeSchema = z.strictObject({
  ...ends,
  by,
  reason: typedLine(500).describe('Why they are not the same'),
});

export const restoreSchema = z.strictObject({
  ...ends,
  by,
  reason: typedLine(500).or(z.literal('')).default('').describe('Why they are, after all'),
});

/** What the form on an incident's page sends. */
export const formSchema = z.discriminatedUnion('task', [
  strikeSchema.extend({task: z.literal('strike')}),
  restoreSchema.extend({task: z.literal('restore')}),
]);

export const linkAnswer = z
  .strictObject({
    record: z.string(),
    cameBack: z.string(),
    struck: z
      .strictObject({by: z.string(), at: z.iso.datetime(), reason: z.string()})
      .nullable()
      .describe('Null once restored; figures follow from the next build on'),
  })
  .meta({id: 'LinkDecision'});

/** How to send each field of a decision about a link rightly; `body` is the whole. */
const linkRemedies: Readonly<Record<string, string>> = {
  body: 'Send an object with record, cameBack, by and reason.',
  record: 'Name the incident that came back as source:record_id.',
  cameBack: 'Name the incident it came back as, as source:record_id.',
  task: 'Use strike or restore.',
};

const commonRemedies: Readonly<Record<string, string>> = {
  by: 'Say who you are, in at most 100 characters on one line.',
  reason: 'Say why, in at most 500 characters on one line.',
};

/**
 * The body of a request, checked.
 * @param remedies how to send each field of its own rightly, and what to do about the whole `body`
 * @throws UserError that names the first field that is wrong
 */
export function checkedBody<T>(
  schema: z.ZodType<T>,
  body: unknown,
  remedies: Readonly<Record<string, string>> = linkRemedies,
): T {
  const checked = schema.safeParse(body ?? {});
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (extra !== undefined)
    throw new UserError(`There is no field "${extra.slice(0, 40)}" here.`, 'Leave it out.');
  const field = String(issue?.path[0] ?? 'body');
  throw new UserError(
    `The field "${field}" is missing or can’t be read.`,
    remedies[field] ?? commonRemedies[field] ?? remedies['body'] ?? 'Send one JSON object.',
  );
}
