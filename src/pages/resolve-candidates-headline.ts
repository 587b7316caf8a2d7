import {formatNumber} from '../charts/format.ts';
import type {Candidate} from '../problems/candidate.ts';
import type {CandidateList} from '../problems/read-candidates.ts';
import {growthOf, hoursText, isApart, isUndecided, windowText} from './candidate-words.ts';
import {capitalised, countWord} from './headline-sentence.ts';
import {pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {HeadlineBlock} from './headline-block.ts';
import {t} from '../wording/t.ts';

/** What the ledger says in a sentence: how few make most of the hours, and how many of these grow. */
export async function resolveCandidatesHeadline(context: PageContext): Promise<HeadlineBlock> {
  const list = await context.candidates();
  return {
    kind: 'headline',
    text: candidatesSentence(list),
    lede: ledeOf(list, context),
    contents: [
      {label: 'Ranked list', href: '#list'},
      {label: 'Pareto', href: '#pareto'},
      {label: 'Fixes', href: '#fixed'},
      {label: 'Apart', href: '#apart'},
      {label: 'Known problems', href: '#known'},
      {label: 'Majors without a problem', href: '#majors'},
      {label: 'Likely categories', href: '#likely'},
    ],
  };
}

/** `Nine candidates make 80 % of the recurring hours; three of them grow.` */
export function candidatesSentence({candidates, pareto, total}: CandidateList): string {
  if (total === 0) return t`Nothing keeps coming back.`;
  const {candidateCount} = pareto;
  if (candidateCount === 0)
    return total === 1
      ? t`One candidate, which lost no hours lately.`
      : t`${capitalised(countWord(total))} candidates, none of which lost hours lately.`;
  const few = heaviest(candidates, candidateCount);
  const growing = few.filter((each) => growthOf(each) === 'growing' && !each.isSilent).length;
  const growth = growingText(growing, candidateCount);
  return candidateCount === 1
    ? t`One candidate makes 80\u202f% of the recurring hours; ${growth}.`
    : t`${capitalised(countWord(candidateCount))} candidates make 80\u202f% of the recurring hours; ${growth}.`;
}

function growingText(growing: number, of: number): string {
  if (of === 1) return growing === 1 ? t`it grows` : t`it does not grow`;
  if (growing === 0) return t`none of them grows`;
  return growing === 1 ? t`one of them grows` : t`${countWord(growing)} of them grow`;
}

/** Those that cost most, each incident's hours counted at one candidate only. */
export function heaviest(candidates: readonly Candidate[], count: number): Candidate[] {
  return [...candidates]
    .sort((a, b) => b.hoursCountedOnce - a.hoursCountedOnce || a.candidateNo - b.candidateNo)
    .slice(0, count);
}

function ledeOf(list: CandidateList, {frame}: PageContext): Fact[] {
  const {candidates, total, pareto} = list;
  const [first] = candidates;
  if (!first)
    return [{text: 'No wording, workaround or combination comes often enough to be one.'}];
  const few = heaviest(candidates, pareto.candidateCount);
  const undecided = few.filter((each) => isUndecided(each) && !isApart(each)).length;
  const returned = candidates.filter(({status}) => status === 'returned').length;
  return [
    {
      text: `${formatNumber(total)} ${total === 1 ? 'candidate' : 'candidates'} lost ${hoursText(pareto.hoursLost)} in the ${windowText(first, frame.asOfOn)}, each incident counted once. `,
    },
    ...(pareto.candidateCount > 0 ? undecidedFacts(undecided, pareto.candidateCount) : []),
    ...(returned > 0
      ? [
          {
            text: `${capitalised(countWord(returned))} ${returned === 1 ? 'has' : 'have'} returned`,
            href: pageHref('/problems', {choices: {status: 'returned'}}),
          },
          {text: ' after being dismissed. '},
        ]
      : []),
    ...verdictFacts(candidates),
  ];
}

function undecidedFacts(undecided: number, of: number): Fact[] {
  const those = of === 1 ? 'It' : `Of the ${countWord(of)} heaviest, `;
  if (undecided === 0)
    return [{text: of === 1 ? 'It is decided. ' : `${those}every one is decided. `}];
  const wait = undecided === 1 ? 'waits' : 'wait';
  return [
    {text: of === 1 ? 'It ' : those},
    {
      text: of === 1 ? 'waits for a decision' : `${countWord(undecided)} ${wait} for a decision`,
      href: pageHref('/problems', {choices: {status: 'undecided', sort: 'hours'}}),
    },
    {text: '. '},
  ];
}

function verdictFacts(candidates: readonly Candidate[]): Fact[] {
  const fixed = candidates.filter(({status}) => status === 'fixed');
  if (fixed.length === 0) return [];
  const seen = fixed.filter(({afterFix}) => afterFix?.verdict === 'effect seen').length;
  if (fixed.length === 1) {
    const told = seen === 1 ? 'shows the effect' : 'does not show the effect yet';
    const signal = seen === 1 ? {signal: 'better' as const} : {};
    return [
      {text: 'The one said to be fixed '},
      {text: told, href: '#fixed', ...signal},
      {text: '.'},
    ];
  }
  return [
    {text: `Of ${countWord(fixed.length)} said to be fixed, `},
    {
      text: `${countWord(seen)} ${seen === 1 ? 'shows' : 'show'} the effect`,
      href: '#fixed',
      ...(seen > 0 ? {signal: 'better' as const} : {}),
    },
    {text: '.'},
  ];
}
