import {formatNumber, formatValue} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import type {Effect} from '../improvement/effect-verdict.ts';
import type {Candidate, FoundCandidate} from '../problems/candidate.ts';
import type {Cell} from './resolved-table.ts';
import {countOf} from './count-of.ts';
import {phrase, t, translated} from '../wording/t.ts';

/** From here on a trend is told as one: `marts.known_problem` draws the same lines. */
const growingFrom = 1.25;
const shrinkingTo = 0.8;

const noBreak = '\u00a0';

export type Growth = 'new' | 'growing' | 'steady' | 'shrinking';

/** In one word; what has no past can't have grown. */
export function growthOf({
  trend,
  beforeCount,
}: Pick<FoundCandidate, 'trend' | 'beforeCount'>): Growth {
  if (beforeCount === 0) return 'new';
  if (trend >= growingFrom) return 'growing';
  return trend <= shrinkingTo ? 'shrinking' : 'steady';
}

/** The growth in the language that holds. */
export function growthWord(growth: Growth): string {
  return translated(growthWords[growth]);
}

const growthWords: Record<Growth, string> = {
  new: phrase`new`,
  growing: phrase`growing`,
  steady: phrase`steady`,
  shrinking: phrase`shrinking`,
};

export function trendCell(candidate: FoundCandidate): Cell {
  const {trend, recentCount, recentWeeks} = candidate;
  const growth = growthOf(candidate);
  const isRising = growth === 'growing' || growth === 'new';
  return {
    text: growthWord(growth),
    value: trend,
    detail: t`${formatNumber(recentCount)} in ${recentWeeks} weeks`.replaceAll(' ', noBreak),
    ...(isRising ? {tone: 'strong' as const} : {}),
  };
}

/** Asks for a decision: nobody has decided, or what was dismissed has outgrown that. */
export function isUndecided({status}: Pick<Candidate, 'status'>): boolean {
  return status === 'new' || status === 'returned';
}

/** Shown apart: quiet by itself, wholly covered by an open problem, or a demand; nobody is asked to decide. */
export function isApart({isSilent, isRoutine, coveredShare}: Candidate): boolean {
  return isSilent || isRoutine || coveredShare >= 1;
}

/** Status in words: `Accepted · PRB0040219`, `Fixed`, with the verdict or reason under it. */
export function statusCell(candidate: Candidate): Cell {
  const {status, decision, afterFix, isSilent} = candidate;
  const silent = isSilent ? silentText(candidate) : null;
  const undecided = [openProblemText(candidate), silent].filter(Boolean).join(' · ');
  switch (status) {
    case 'new':
      return {text: t`New`, tone: 'open', detail: undecided};
    case 'returned':
      return {text: t`Returned`, tone: 'open', detail: t`outgrew what was dismissed`};
    case 'watching':
      return {text: t`Watching`, detail: undecided};
    case 'accepted':
      return {
        text: t`Accepted`,
        detail: [decision?.problemId, silent].filter(Boolean).join(' · '),
      };
    case 'dismissed':
      return {text: t`Dismissed`, tone: 'quiet', detail: decision?.reason ?? ''};
    case 'fixed':
      return {
        text: decision?.problemId ? t`Fixed · ${decision.problemId}` : t`Fixed`,
        ...(afterFix ? {detail: verdictWord(afterFix.verdict)} : {}),
      };
  }
}

/** `PRB0040240 is open`. */
function openProblemText({openProblem}: Candidate): string | null {
  return openProblem && t`${openProblem} is open`;
}

/** `apparently fixed: nothing for 41 days`. */
export function silentText({silentDays}: Pick<FoundCandidate, 'silentDays'>): string {
  return t`apparently fixed: nothing for ${formatNumber(silentDays)} days`;
}

/** People over sites, where the source tells. */
export function spreadCell({requesterCount, locationCount, spread}: FoundCandidate): Cell {
  const [people, sites] = [
    things(requesterCount, 'person', 'people').replace(' ', noBreak),
    things(locationCount, 'site', 'sites').replace(' ', noBreak),
  ];
  if (requesterCount === 0 && locationCount === 0) return {text: '–', value: spread, tone: 'quiet'};
  if (requesterCount === 0) return {text: sites, value: spread, tone: 'quiet'};
  return {
    ...{text: people, value: spread, tone: 'quiet'},
    ...(locationCount > 0 ? {detail: sites} : {}),
  };
}

/** `91 people, 8 sites`; a source may not tell who called, or from where. */
export function spreadText({requesterCount, locationCount}: FoundCandidate): string {
  const parts = [
    ...(requesterCount > 0 ? [things(requesterCount, 'person', 'people')] : []),
    ...(locationCount > 0 ? [things(locationCount, 'site', 'sites')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : '–';
}

export function things(count: number, one: string, many: string): string {
  return countOf(count, one, many);
}

const detectorWords: Record<string, string> = {
  text: phrase`wording`,
  workaround: phrase`the same workaround`,
  structural: phrase`service, category and CI`,
  'after change': phrase`incidents after changes`,
  major: phrase`a major incident`,
  problem: phrase`a shared problem record`,
};

/** How it was found: `wording and the same workaround`. */
export function detectorText(detector: string): string {
  return translated(detectorWords[detector] ?? detector);
}

/** `52 weeks to 2 Nov 2026`. */
export function windowText({windowWeeks}: {windowWeeks: number}, asOfOn: string): string {
  return t`${windowWeeks} weeks to ${formatDay(asOfOn)}`;
}

export function hoursText(hours: number): string {
  return formatValue(hours, 'total hours');
}

/** `from 2.1 to 0.2 a week: 25 in 12 weeks before, 2 in 12 weeks since; × 0.08 (95 % interval 0.01 – 0.4)`. */
export function effectText({before, after, ratio, low, high}: Effect): string {
  const rate = (part: Effect['before']) =>
    part.weekCount === 0 ? '–' : formatNumber(part.count / part.weekCount, 1);
  const compared = t`from ${rate(before)} to ${rate(after)} a week`;
  const basis = t`${formatNumber(before.count)} in ${things(before.weekCount, 'week', 'weeks')} before, ${formatNumber(after.count)} in ${things(after.weekCount, 'week', 'weeks')} since`;
  const change =
    ratio === null
      ? ''
      : `; × ${formatNumber(ratio, 2)}${low === null || high === null ? '' : t` (95 % interval ${formatNumber(low, 2)} – ${formatNumber(high, 2)})`}`;
  return t`${compared}: ${basis}${change}`;
}

/** A fix's verdict in the language that holds. */
export function verdictWord(verdict: Effect['verdict']): string {
  return translated(verdictWords[verdict]);
}

const verdictWords: Record<Effect['verdict'], string> = {
  'effect seen': phrase`effect seen`,
  'not yet': phrase`not yet`,
  'got worse': phrase`got worse`,
  'cannot tell': phrase`cannot tell`,
};
