import {z} from 'zod';
import {effectVerdicts, type Effect} from '../improvement/effect-verdict.ts';
import type {AfterFix} from '../problems/after-fix.ts';
import {candidateChanges, candidateStatuses, type Candidate} from '../problems/candidate.ts';
import type {CandidateWeek, LineageEvent} from '../problems/found-candidates.ts';
import type {
  CandidateDetail,
  CandidateEvent,
  CandidateHelp,
  CandidateValue,
  CandidateWording,
  ExampleIncident,
  NamedIncident,
  KnownProblem,
} from '../problems/read-candidate.ts';
import type {CandidateList} from '../problems/read-candidates.ts';
import {decisionStatuses, type CandidateDecision} from '../register/candidate-decisions.ts';
import {daySchema} from './schemas.ts';

/** What `/api/problems…` answers; `satisfies` keeps it the same as what the code makes. */

/** In an answer instants are texts. */
type Written<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Written<Item>[]
    : T extends object
      ? {[Key in keyof T]: Written<T[Key]>}
      : T;

const build = z.int().describe('The published build it was computed from');
const text = z.string().nullable();
const share = z.number().min(0).max(1);
const shareOrNot = share.nullable();
const instant = z.iso.datetime();
const flagOrNot = z.boolean().nullable();

const decision = z
  .strictObject({
    candidateNo: z.int(),
    version: z.int().describe('Send it along when deciding anew'),
    status: z.enum(decisionStatuses),
    problemId: text,
    reason: z.string(),
    fixedOn: daySchema.nullable(),
    returnCount: z
      .number()
      .nullable()
      .describe('Dismissed: incidents of the recent weeks to go by'),
    returnFactor: z.number().nullable().describe('It returns above so many times that count'),
    by: z.string(),
    at: instant,
  })
  .meta({id: 'CandidateDecision'}) satisfies z.ZodType<Written<CandidateDecision>>;

const counted = z.strictObject({weekCount: z.int(), count: z.int()});

const effect = z
  .strictObject({
    verdict: z.enum(effectVerdicts),
    reason: z.string(),
    before: counted,
    after: counted,
    ratio: z.number().nullable().describe('Weekly rate after over before'),
    low: z.number().nullable().describe('Lower end of its 95 % interval'),
    high: z.number().nullable(),
    overdispersion: z.number().describe('How many times more the weeks vary than chance explains'),
    weeksNeeded: z.int().nullable().describe('Weeks to wait; null where no wait helps'),
  })
  .meta({id: 'Effect'}) satisfies z.ZodType<Effect>;

const candidate = z
  .strictObject({
    candidateNo: z.int(),
    name: z.string().meta({example: 'PC-12'}),
    rank: z.int().describe('1 is the first'),
    label: z.string().describe('Its own words, without personal data'),
    status: z.enum(candidateStatuses).describe('returned: grown past what was dismissed'),
    decision: decision.nullable(),
    changeSinceLast: z.enum(candidateChanges),
    isRoutine: z.boolean().describe('A demand, no fault; ranked after all others'),
    detectors: z.array(z.string()),
    service: text,
    serviceShare: shareOrNot,
    category: text,
    subcategory: text,
    ci: text,
    ciShare: shareOrNot,
    assignmentGroup: text.describe('Suggested owner'),
    groupShare: shareOrNot,
    workaround: text,
    workaroundShare: shareOrNot,
    problemId: text,
    problemShare: shareOrNot,
    isProblemOpen: flagOrNot,
    openProblem: text.describe('The open problem that the candidate is already'),
    isKnownError: flagOrNot,
    knowledgeId: text,
    knowledgeShare: shareOrNot,
    incidentCount: z.int(),
    windowCount: z.int(),
    recentCount: z.int(),
    beforeCount: z.int(),
    windowStartedOn: daySchema,
    windowWeeks: z.int(),
    recentWeeks: z.int(),
    firstSeenAt: instant,
    lastSeenAt: instant,
    hoursLost: z.number().describe('In the window'),
    handlingCost: z.number().nullable(),
    savedHours: z.number().describe('A year, if it were halved'),
    savedCost: z.number().nullable(),
    weeksActive: z.int(),
    persistence: z.number(),
    trend: z.number(),
    spread: z.number(),
    purity: z.number(),
    coveredShare: z.number(),
    score: z.number(),
    hoursCountedOnce: z.number(),
    hoursRunningShare: z.number().nullable(),
    requesterCount: z.int(),
    locationCount: z.int(),
    wordingCount: z.int(),
    silentDays: z.number(),
    expectedInSilence: z.number(),
    isSilent: z.boolean().describe('Quiet for longer than its rate explains'),
    silentSince: instant.nullable(),
    silentAfterChange: text,
    weekCounts: z.array(z.int()).describe('Incidents of each week of the window; the last lasts'),
    afterFix: effect.nullable(),
  })
  .meta({id: 'Candidate'}) satisfies z.ZodType<Written<Candidate>>;

export const candidatesAnswer = z
  .strictObject({
    build,
    candidates: z.array(candidate),
    total: z.int().describe('Of the build, whatever was asked for'),
    statusCounts: z.array(z.strictObject({status: z.enum(candidateStatuses), count: z.int()})),
    services: z.array(z.string()),
    pareto: z
      .strictObject({candidateCount: z.int(), hoursLost: z.number()})
      .describe('How few candidates make 80 % of the hours'),
  })
  .meta({id: 'Candidates'}) satisfies z.ZodType<{build: number} & Written<CandidateList>>;

const week = z.strictObject({
  weekStartedOn: daySchema,
  incidentCount: z.int(),
  hoursLost: z.number(),
}) satisfies z.ZodType<CandidateWeek>;

const value = z.strictObject({
  field: z.string(),
  value: z.string(),
  incidentCount: z.int(),
  share,
}) satisfies z.ZodType<CandidateValue>;

const wording = z.strictObject({
  wordingKey: z.string().describe('What a split names'),
  wording: z.string(),
  incidentCount: z.int(),
  typicality: share,
  isBoundary: z.boolean(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  words: z.array(z.string()).describe('Those it shares with the candidate'),
}) satisfies z.ZodType<Written<CandidateWording>>;

const namedIncident = z.strictObject({
  recordKey: z.string(),
  number: z.string(),
  openedAt: instant,
  hoursLost: z.number().nullable(),
}) satisfies z.ZodType<Written<NamedIncident>>;

const example = namedIncident
  .extend({
    wording: z.string().describe('Without personal data'),
    wordingKey: z.string(),
    words: z.array(z.string()).describe('What made it a member'),
    typicality: share,
  })
  .meta({id: 'ExampleIncident'}) satisfies z.ZodType<Written<ExampleIncident>>;

const event = z.strictObject({
  happenedAt: instant,
  kind: z.string(),
  reference: z.string(),
  title: text,
}) satisfies z.ZodType<Written<CandidateEvent>>;

const lineageEvent = z.strictObject({
  candidateNo: z.int(),
  event: z.string(),
  otherCandidateNo: z.int().nullable(),
  countBefore: z.int().nullable(),
  countNow: z.int().nullable(),
}) satisfies z.ZodType<LineageEvent>;

const knownProblem = z
  .strictObject({
    source: z.string(),
    number: z.string(),
    title: text,
    status: text,
    isOpen: z.boolean(),
    isKnownError: flagOrNot,
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    candidateNo: z.int().nullable(),
    linkedCount: z.int(),
    lastIncidentAt: instant.nullable(),
    candidateGrowth: text.describe('growing, steady, shrinking'),
    isQuiet: z.boolean().describe('Open, and nothing new for long'),
  })
  .meta({id: 'KnownProblem'}) satisfies z.ZodType<Written<KnownProblem>>;

export const knownProblemsAnswer = z
  .strictObject({build, problems: z.array(knownProblem)})
  .meta({id: 'KnownProblems'});

const help = z.strictObject({
  kind: z.string(),
  help: z.string(),
  helpedSince: instant,
  helpedCount: z.int(),
  helpedHours: z.number().nullable(),
  unhelpedCount: z.int(),
  unhelpedHours: z.number().nullable(),
  unhelpedHoursLost: z.number(),
}) satisfies z.ZodType<Written<CandidateHelp>>;

const afterFix = z.strictObject({
  fixedOn: daySchema,
  weeks: z.array(week.extend({side: z.enum(['before', 'neither', 'after'])})),
  effect,
}) satisfies z.ZodType<AfterFix>;

export const candidateAnswer = z
  .strictObject({
    build,
    candidate,
    weeks: z.array(week),
    values: z.array(value),
    wordings: z.array(wording),
    representatives: z.array(example),
    boundary: z.array(example),
    newest: z.array(namedIncident),
    events: z.array(event),
    lineage: z.array(lineageEvent),
    knownProblems: z.array(knownProblem),
    help: help.nullable(),
    afterFix: afterFix.nullable(),
  })
  .meta({id: 'CandidateDetail'}) satisfies z.ZodType<{build: number} & Written<CandidateDetail>>;

export const candidateIncidentsAnswer = z
  .strictObject({
    build,
    candidate: z.string(),
    total: z.int().describe('Of all pages'),
    page: z.int(),
    pageSize: z.int(),
    incidents: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({id: 'CandidateIncidents'});

export const decisionAnswer = z
  .strictObject({candidate: z.string(), decision})
  .meta({id: 'CandidateDecided'});

export const mergeAnswer = z
  .strictObject({from: z.string(), into: z.string()})
  .describe('Builds from now on follow')
  .meta({id: 'CandidateMerge'});

export const splitAnswer = z
  .strictObject({candidate: z.string(), newCandidate: z.string()})
  .describe('Builds from now on follow')
  .meta({id: 'CandidateSplit'});
