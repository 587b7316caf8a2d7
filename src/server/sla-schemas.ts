import {z} from 'zod';
import {riskBands, type RiskCount, type RunningClock} from '../metrics/sla-at-risk.ts';
import {attributionDimensions, type AttributionRow} from '../metrics/sla-attribution.ts';
import type {ComparisonCell, ReasonCount} from '../metrics/sla-comparison.ts';
import {slaKinds} from '../metrics/sla-incidents.ts';
import type {SlaOverride} from '../metrics/sla-override.ts';
import type {AffectedGroup, Compliance, Flip, WhatIfRow} from '../metrics/sla-what-if.ts';

/** What `/api/sla/…` answers; `satisfies` keeps it the same as what the code makes. */

const build = z.int().describe('The published build it was computed from');
const kind = z.enum(slaKinds);
const verdict = z.enum(['met', 'breached']);
const seconds = z.number();
const share = z.number().min(0).max(1);
const text = z.string().nullable();

/** In an answer instants are texts. */
type Written<Row> = {
  [Key in keyof Row]: Row[Key] extends Date
    ? string
    : Row[Key] extends Date | null
      ? string | null
      : Row[Key];
};

const runningClock = z
  .strictObject({
    record_key: z.string(),
    number: text,
    title: text,
    priority: text,
    service: text,
    assignment_group: text.describe('Who held it then'),
    kind,
    policy: z.string(),
    calendar: z.string(),
    status: text.describe('Then'),
    opened_at: z.iso.datetime(),
    target_seconds: seconds,
    used_seconds: seconds,
    used_share: z.number().describe('Above 1 when breached'),
    remaining_seconds: seconds.describe('Working time left; negative when breached'),
    is_paused: z.boolean(),
    due_at: z.iso.datetime().nullable().describe('Null while the clock is stopped'),
    band: z.enum(riskBands),
  })
  .meta({id: 'RunningClock'}) satisfies z.ZodType<Written<RunningClock>>;

const riskCount = z.strictObject({
  kind,
  priority: text,
  band: z.enum(riskBands),
  count: z.int(),
}) satisfies z.ZodType<RiskCount>;

export const atRiskAnswer = z
  .strictObject({
    build,
    at: z.iso.datetime().describe('The moment looked at'),
    isNow: z.boolean(),
    counts: z.array(riskCount),
    clockCount: z.int().describe('All that run'),
    clocks: z
      .array(runningClock)
      .describe(
        'Soonest due first, stopped ones last; at most 1,000 of each kind, priority and band: the CSV has all',
      ),
  })
  .meta({id: 'SlaAtRisk'});

const compliance = z.strictObject({
  met: z.int(),
  share: share.nullable().describe('Null for fewer than ten'),
  low: share.nullable().describe('Lower end of the 95 % interval'),
  high: share.nullable(),
}) satisfies z.ZodType<Compliance>;

const override = z.strictObject({
  kind,
  priority: text,
  policy: text,
  within: text,
  calendar: text,
  stops: z.enum(['none']).nullable(),
  counts: z.enum(['from change']).nullable(),
}) satisfies z.ZodType<SlaOverride>;

const whatIfRow = z.strictObject({
  kind,
  priority: text,
  isTotal: z.boolean().describe('All priorities together'),
  n: z.int(),
  now: compliance,
  then: compliance,
  saved: z.int().describe('Breached now, met then'),
  lost: z.int().describe('Met now, breached then'),
}) satisfies z.ZodType<WhatIfRow>;

const flip = z
  .strictObject({
    record_key: z.string(),
    number: text,
    title: text,
    priority: text,
    assignment_group: text,
    resolved_at: z.iso.datetime(),
    kind,
    policy: z.string(),
    verdict_now: verdict,
    verdict_then: verdict,
    used_now_seconds: seconds,
    used_then_seconds: seconds,
    target_now_seconds: seconds,
    target_then_seconds: seconds,
    margin_now_seconds: seconds,
    margin_then_seconds: seconds,
  })
  .meta({id: 'Flip'}) satisfies z.ZodType<Written<Flip>>;

const affectedGroup = z.strictObject({
  assignment_group: text,
  n: z.int(),
  saved: z.int(),
  lost: z.int(),
}) satisfies z.ZodType<AffectedGroup>;

export const whatIfAnswer = z
  .strictObject({
    build,
    overrides: z.array(override),
    rows: z.array(whatIfRow),
    flipCount: z.int(),
    flips: z.array(flip).describe('At most 1000, the narrowest first'),
    groups: z.array(affectedGroup),
  })
  .meta({id: 'SlaWhatIf'});

const comparisonCell = z.strictObject({
  recorded: verdict.nullable().describe('The tool’s verdict'),
  computed: verdict.nullable().describe('Ours'),
  count: z.int(),
}) satisfies z.ZodType<ComparisonCell>;

const reasonCount = z.strictObject({
  reason: z.string(),
  count: z.int(),
  breachedByUs: z.int().describe('The tool said met'),
  metByUs: z.int().describe('The tool said breached'),
}) satisfies z.ZodType<ReasonCount>;

export const comparisonAnswer = z
  .strictObject({
    build,
    n: z.int().describe('Incidents with both verdicts'),
    disagreements: z.int(),
    low: share.nullable().describe('Of the share that disagrees'),
    high: share.nullable(),
    cells: z.array(comparisonCell),
    reasons: z.array(reasonCount),
  })
  .meta({id: 'SlaComparison'});

const attributionRow = z.strictObject({
  holder: text.describe('Null: nobody, no tier, no shift'),
  used_seconds: seconds,
  used_share: share,
  clock_count: z.int().describe('Breached clocks it used any time of'),
  most_count: z.int().describe('Of which nobody used more'),
}) satisfies z.ZodType<AttributionRow>;

export const attributionAnswer = z
  .strictObject({
    build,
    kind,
    by: z.enum(attributionDimensions),
    clock_count: z.int(),
    used_seconds: seconds,
    rows: z.array(attributionRow),
  })
  .meta({id: 'SlaAttribution'});
