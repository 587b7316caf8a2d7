import {z} from 'zod';
import {effectVerdicts} from '../improvement/effect-verdict.ts';
import {actionStatuses} from '../register/action.ts';
import {daySchema} from './schemas.ts';

/** What `/api/actions…` answers. */

const instant = z.iso.datetime();
const text = z.string().nullable();
const number = z.number().nullable();

const pack = z
  .strictObject({
    kind: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
    period: z.string(),
    version: z.int(),
  })
  .nullable()
  .describe('The review pack it was decided on');

const action = z
  .strictObject({
    actionNo: z.int(),
    actionId: z.string().describe('The same in every register it is taken to'),
    version: z.int().describe('Send it along when changing the action'),
    title: z.string(),
    status: z.enum(actionStatuses),
    owner: z.string(),
    dueOn: daySchema.nullable(),
    metric: z.string(),
    where: z.array(z.strictObject({dimension: z.string(), values: z.array(z.string())})),
    candidateNo: z.int().nullable(),
    baselineFrom: daySchema,
    baselineTo: daySchema,
    baselineValue: z.number(),
    targetValue: z.number(),
    effectOn: daySchema,
    effortDays: number,
    cost: number,
    notes: z.string(),
    origin: z.strictObject({
      kind: z.enum(['finding', 'candidate', 'figure', 'other']),
      key: text,
      words: z.string(),
      href: text,
      pack,
    }),
    createdBy: z.string(),
    createdAt: instant,
    changedBy: z.string(),
    changedAt: instant,
  })
  .meta({id: 'Action'});

const stretch = z.strictObject({from: daySchema, to: daySchema, n: z.int(), value: number});

const verification = z
  .strictObject({
    verificationNo: z.int(),
    actionNo: z.int(),
    actionVersion: z.int(),
    verifiedAt: instant,
    build: z.int(),
    inputsHash: z.string(),
    asOf: instant,
    verdict: z.enum(effectVerdicts),
    evidence: z.strictObject({
      verdict: z.enum(effectVerdicts),
      reason: z.string(),
      method: z.array(z.string()),
      metric: z.string(),
      before: stretch,
      after: stretch,
      standardised: number.describe('The metric after, at the mix of priorities before'),
      effect: z
        .strictObject({
          kind: z.enum(['difference', 'ratio']),
          estimate: z.number(),
          low: z.number().describe('Lower end of the 95 % interval'),
          high: number,
        })
        .nullable(),
      chance: number.describe('Of a difference this good, or better, were there none'),
      dispersion: z.number(),
      strata: z.array(
        z.strictObject({
          stratum: z.string(),
          nBefore: z.int(),
          nAfter: z.int(),
          before: z.number(),
          after: z.number(),
        }),
      ),
      target: z.strictObject({value: z.number(), isReached: z.boolean().nullable()}),
      moreNeeded: z.int().nullable().describe('Incidents still needed for a verdict'),
      weeks: z.array(
        z.strictObject({day: daySchema, period: z.string(), value: number, n: z.int()}),
      ),
    }),
  })
  .meta({id: 'ActionVerification'});

const comment = z
  .strictObject({
    commentNo: z.int(),
    actionNo: z.int(),
    text: z.string(),
    by: z.string(),
    at: instant,
    pack,
  })
  .meta({id: 'ActionComment'});

export const actionsAnswer = z.strictObject({
  build: z.int(),
  actions: z.array(
    action.extend({
      name: z.string().meta({example: 'A-7'}),
      verdict: z.enum(effectVerdicts).nullable().describe('Of the last build that compared'),
    }),
  ),
});

export const actionAnswer = z.strictObject({
  name: z.string().meta({example: 'A-7'}),
  action,
  verifications: z.array(verification).describe('Oldest first; never changed, only added to'),
  comments: z.array(comment),
  history: z.array(
    z.strictObject({
      entry: z.int(),
      at: instant,
      by: z.string(),
      what: z.string(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});

export const actionChangedAnswer = z.strictObject({
  name: z.string().meta({example: 'A-7'}),
  action,
});

export const commentAnswer = z.strictObject({name: z.string(), comment});
