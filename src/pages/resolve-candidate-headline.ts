import {formatNumber} from '../charts/format.ts';
import type {CandidateDetail, KnownProblem} from '../problems/read-candidate.ts';
import {
  detectorText,
  effectText,
  growthOf,
  hoursText,
  silentText,
  spreadText,
  things,
  windowText,
} from './candidate-words.ts';
import {joined} from './headline-sentence.ts';
import {cameBack, problemStateText} from './known-problem-words.ts';
import {candidateIncidentsHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {HeadlineBlock} from './headline-block.ts';
import {shortInstant} from './short-instant.ts';

/** The candidate in its own words, and one paragraph of facts. */
export function resolveCandidateHeadline(
  {candidate, afterFix, knownProblems}: CandidateDetail,
  {frame}: Pick<PageContext, 'frame'>,
): HeadlineBlock {
  const {name, detectors, firstSeenAt, lastSeenAt, windowCount, incidentCount} = candidate;
  const lede: Fact[] = [
    {text: `${name}, found by ${joined(detectors.map(detectorText))}: `},
    {
      text: things(windowCount, 'incident', 'incidents'),
      ...(windowCount > 0 ? {href: candidateIncidentsHref(name, 'window')} : {}),
    },
    {
      text: ` lost ${hoursText(candidate.hoursLost)} in the ${windowText(candidate, frame.asOfOn)}; `,
    },
    {text: `${formatNumber(incidentCount)} in all`, href: candidateIncidentsHref(name)},
    {
      text: `, first ${dayOf(firstSeenAt, frame.zone)}, last ${dayOf(lastSeenAt, frame.zone)}. `,
    },
    ...trendFacts(candidate),
    ...(spreadText(candidate) === '–' ? [] : [{text: `It met ${spreadText(candidate)}. `}]),
    ...knownFacts(knownProblems, frame.asOf),
    ...(candidate.isSilent && !afterFix
      ? [
          {
            text: `${silentText(candidate).replace(/^./, (letter) => letter.toUpperCase())}, where ${formatNumber(candidate.expectedInSilence, 1)} were to be expected${candidate.silentAfterChange ? `; ${candidate.silentAfterChange} was about then` : ''}. `,
            signal: 'better' as const,
          },
        ]
      : []),
    ...(afterFix
      ? [
          {
            text: `Since the fix: ${afterFix.effect.verdict}`,
            ...(afterFix.effect.verdict === 'effect seen' ? {signal: 'better' as const} : {}),
            ...(afterFix.effect.verdict === 'got worse' ? {signal: 'worse' as const} : {}),
          },
          {text: `, ${effectText(afterFix.effect)}.`},
        ]
      : []),
  ];
  return {kind: 'headline', text: candidate.label, lede};
}

function trendFacts(candidate: CandidateDetail['candidate']): Fact[] {
  const {name, recentCount, recentWeeks, beforeCount, windowWeeks} = candidate;
  const part = (text: string, count: number, of: 'recent' | 'before'): Fact =>
    count > 0 ? {text, href: candidateIncidentsHref(name, of)} : {text};
  const growth = growthOf(candidate);
  const told = {
    new: 'It is new',
    growing: 'It grows',
    steady: 'It is steady',
    shrinking: 'It shrinks',
  };
  return [
    {text: `${told[growth]}: `},
    part(formatNumber(recentCount), recentCount, 'recent'),
    {text: ` in the last ${recentWeeks} weeks, `},
    part(formatNumber(beforeCount), beforeCount, 'before'),
    {text: ` in the ${windowWeeks - recentWeeks} before. `},
  ];
}

/** `Already PRB0040240, known error: open, still growing.` */
function knownFacts(problems: readonly KnownProblem[], asOf: Date): Fact[] {
  return problems
    .filter((problem) => problem.isOpen || cameBack(problem))
    .map((problem) => ({
      text: `Already ${problem.number}${problem.isKnownError ? ', known error' : ''}: ${problemStateText(problem, asOf)}${problem.isQuiet ? ' ' : '. '}`,
    }));
}

function dayOf(instant: Date, zone: string): string {
  return shortInstant(instant, zone).split(',')[0] ?? '';
}
