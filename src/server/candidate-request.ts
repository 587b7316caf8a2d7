import {z} from 'zod';
import {typedLine} from './typed-text.ts';
import {parseDay} from '../config/config-fields.ts';
import {daySchema} from './schemas.ts';

/** What is sent about problem candidates. */

const by = typedLine(100).describe('Who decides');
const why = typedLine(500).describe('Why');
const whyOrNot = why.or(z.literal('')).default('').describe('Why, where there is more to say');
const version = z
  .int()
  .min(0)
  .describe('The decision’s version that was seen, 0 for none; refused when it has changed since');
const name = z
  .string()
  .trim()
  .regex(/^(?:pc-)?[1-9]\d{0,8}$/i)
  .meta({example: 'PC-12'});

export const candidateDecisionSchema = z.discriminatedUnion('status', [
  z.strictObject({status: z.literal('watching'), version, by, reason: whyOrNot}),
  z.strictObject({
    status: z.literal('accepted'),
    problemId: typedLine(100).describe('Number of the problem record'),
    version,
    by,
    reason: whyOrNot,
  }),
  z.strictObject({
    status: z.literal('dismissed'),
    returnFactor: z
      .number()
      .min(1)
      .max(100)
      .optional()
      .describe('It comes back above so many times its recent incidents; default: 1.5'),
    version,
    by,
    reason: why,
  }),
  z.strictObject({
    status: z.literal('fixed'),
    fixedOn: daySchema.refine((text) => parseDay(text) !== null).describe('Local day'),
    version,
    by,
    reason: whyOrNot,
  }),
  z.strictObject({
    status: z.literal('new').describe('Takes back what was decided'),
    version,
    by,
    reason: whyOrNot,
  }),
]);

export const candidateMergeSchema = z.strictObject({
  from: name.describe('It becomes part of the other'),
  into: name,
  by,
  reason: whyOrNot,
});

export const candidateUnmergeSchema = z.strictObject({
  candidate: name.describe('What was merged'),
  by,
  reason: whyOrNot,
});

export const candidateSplitSchema = z.strictObject({
  wordings: z.array(typedLine(100)).min(1).max(200).describe('Keys of the wordings to take out'),
  by,
  reason: whyOrNot,
});

export type CandidateDecisionRequest = z.output<typeof candidateDecisionSchema>;
export type CandidateMergeRequest = z.output<typeof candidateMergeSchema>;
export type CandidateUnmergeRequest = z.output<typeof candidateUnmergeSchema>;
export type CandidateSplitRequest = z.output<typeof candidateSplitSchema>;

/** How to send each field rightly. */
export const candidateRemedies: Readonly<Record<string, string>> = {
  body: 'Send an object with status, by and what the status needs.',
  status: 'Use watching, accepted, dismissed, fixed, or new to take it back.',
  problemId: 'Name the problem record, such as PRB0040123.',
  fixedOn: 'Write a day as 2026-12-25.',
  returnFactor: 'Write a number from 1, such as 1.5.',
  version: 'Send the version of the decision you saw, 0 for none.',
  from: 'Name a candidate such as PC-12.',
  into: 'Name a candidate such as PC-12.',
  candidate: 'Name a candidate such as PC-12.',
  wordings: 'Send the keys of the wordings to take out.',
};
