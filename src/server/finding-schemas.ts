import {z} from 'zod';
import {detectors, type Finding} from '../findings/finding.ts';

/** What `/api/findings` answers; `satisfies` keeps it the same as what the code makes. */

const filters = z
  .array(z.strictObject({dimension: z.string(), values: z.array(z.string())}))
  .describe('All of them hold; any value of one; the empty text stands for not filled');

const rowsOf = z.strictObject({metric: z.string(), period: z.string().nullable(), where: filters});

const day = z.iso.date();

const proposal = z
  .strictObject({
    title: z.string(),
    metric: z.string(),
    where: filters,
    baseline: z.strictObject({
      from: day,
      to: day.describe('The day after the last'),
      value: z.number(),
    }),
    target: z.number().describe('In the metric’s unit'),
  })
  .meta({id: 'ActionProposal'});

const finding = z
  .strictObject({
    key: z.string().describe('The same from period to period'),
    detector: z.enum(detectors),
    period: z.string(),
    metric: z.string(),
    where: filters,
    title: z.string(),
    text: z
      .array(
        z.strictObject({
          text: z.string(),
          rows: rowsOf.optional(),
          isOnlyLink: z.literal(true).optional(),
        }),
      )
      .describe('Pieces of sentences; with rows, whose incidents can be listed'),
    since: day.describe('First day of what is told'),
    n: z.int(),
    value: z.number().describe('In the metric’s unit'),
    reference: z.number().describe('What it is compared with'),
    consequence: z
      .strictObject({
        hours: z.number().nullable(),
        breaches: z.number().nullable(),
        users: z.number().nullable(),
      })
      .describe('What it cost in the period: the order findings come in'),
    suggestion: z.string(),
    proposal: proposal.nullable(),
    news: z.enum(['new', 'changed', 'known']).describe('Against the period before'),
    before: z.number().optional().describe('Its value a period ago'),
  })
  .meta({id: 'Finding'}) satisfies z.ZodType<Finding>;

export const findingsAnswer = z
  .strictObject({
    build: z.int().describe('The published build it was computed from'),
    grain: z.enum(['week', 'month']),
    period: z.string().nullable().describe('The period asked for; null: the last complete one'),
    findings: z.array(finding),
  })
  .meta({id: 'FindingsAnswer'});
