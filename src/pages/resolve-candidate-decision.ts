import {formatDay} from '../charts/format-period.ts';
import type {Candidate} from '../problems/candidate.ts';
import type {CandidateDetail} from '../problems/read-candidate.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import {isApart, isUndecided} from './candidate-words.ts';
import {decisionForms, mergeForm, takeOutForm, unmergeForm} from './decision-forms.ts';
import {joined} from './headline-sentence.ts';
import {candidateHref, pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {DecisionBlock} from './decision-block.ts';
import type {Fact} from './fact.ts';
import {shortInstant} from './short-instant.ts';

/** What is decided about a candidate, and forms to decide otherwise. */
export async function resolveCandidateDecision(
  {candidate}: CandidateDetail,
  context: PageContext,
  id: string,
): Promise<DecisionBlock> {
  const {name, decision, candidateNo} = candidate;
  const {candidates} = await context.candidates();
  const merges = context.candidateEdits?.merges ?? [];
  const merge = merges.find(({from}) => from === candidateNo);
  const parts = merges
    .filter(({into}) => into === candidateNo)
    .map(({from}) => candidateName(from));
  return {
    kind: 'decision',
    id,
    title: titleOf(candidate),
    state: [
      ...stateOf(candidate, context.frame.zone),
      ...(merge ? mergeFacts(merge.into) : []),
      ...(parts.length > 0 ? [{text: ` Merged into it by hand: ${joined(parts)}.`}] : []),
    ],
    action: candidateHref(name),
    version: decision?.version ?? 0,
    forms: [
      ...decisionForms(candidate, context.frame.asOfOn),
      merge ? unmergeForm(candidateName(merge.into)) : mergeForm,
      ...parts.map(takeOutForm),
    ],
    walk: walkOf(candidate, candidates),
    of: {others: 'Other candidates', list: '/problems'},
    exports: {title: 'Problem record', files: exportsOf(name)},
    links: [
      {label: 'Propose action', href: pageHref('/improvement/new', {choices: {candidate: name}})},
    ],
  };
}

function titleOf({status, decision}: Candidate): string {
  switch (status) {
    case 'new':
      return decision ? 'The decision was taken back' : 'Nobody has decided yet';
    case 'returned':
      return 'It returned: decide again';
    case 'watching':
      return 'Being watched';
    case 'accepted':
      return `Accepted as ${decision?.problemId ?? 'a problem'}`;
    case 'dismissed':
      return 'Dismissed';
    case 'fixed':
      return `Said to be fixed${decision?.fixedOn ? ` on ${formatDay(decision.fixedOn)}` : ''}`;
  }
}

function stateOf(candidate: Candidate, zone: string): Fact[] {
  const {decision, status, recentCount, recentWeeks, afterFix} = candidate;
  if (!decision) return [{text: 'Watch it, accept it as a problem, or dismiss it with a reason.'}];
  const {by, at, reason, problemId, returnCount, returnFactor} = decision;
  const told = `${by}, ${shortInstant(at, zone)}${reason ? `: ${reason}` : ''}. `;
  const limit = (returnCount ?? 0) * (returnFactor ?? 1);
  const more =
    status === 'returned' || status === 'dismissed'
      ? `It comes back above ${limit.toLocaleString('en-GB', {maximumFractionDigits: 1})} incidents in ${recentWeeks} weeks; there ${recentCount === 1 ? 'is' : 'are'} ${recentCount}. `
      : '';
  const known = status === 'fixed' && problemId ? `Known as ${problemId}. ` : '';
  return [
    {text: told + more + known},
    ...(afterFix
      ? [
          {
            text: `Verdict: ${afterFix.verdict}. `,
            ...(afterFix.verdict === 'effect seen' ? {signal: 'better' as const} : {}),
            ...(afterFix.verdict === 'got worse' ? {signal: 'worse' as const} : {}),
          },
          {text: afterFix.reason},
        ]
      : []),
  ];
}

function mergeFacts(into: number): Fact[] {
  const name = candidateName(into);
  return [
    {text: ' Becomes part of '},
    {text: name, href: candidateHref(name)},
    {text: ' with the next build.'},
  ];
}

/** By rank, those that stand apart left out: nobody needs to review them. */
function walkOf(candidate: Candidate, candidates: readonly Candidate[]): DecisionBlock['walk'] {
  const row = candidates.filter(
    (each) => !isApart(each) || each.candidateNo === candidate.candidateNo,
  );
  const place = row.findIndex(({candidateNo}) => candidateNo === candidate.candidateNo);
  const step = (to: Candidate | undefined, rel: 'prev' | 'next' | 'undecided', words: string) =>
    to ? [{label: `${words} ${to.name}`, href: candidateHref(to.name), rel}] : [];
  const around = [...row.slice(place + 1), ...row.slice(0, Math.max(0, place))];
  return [
    ...step(row[place - 1], 'prev', 'Before it:'),
    ...step(row[place + 1], 'next', 'After it:'),
    ...step(around.find(isUndecided), 'undecided', 'Next undecided:'),
  ];
}

function exportsOf(name: string): NonNullable<DecisionBlock['exports']>['files'] {
  const of = `/api/problems/${name}`;
  return [
    {label: 'Text', href: `${of}/record?as=text`},
    {label: 'ServiceNow', href: `${of}/record?as=servicenow`},
    {label: 'ServiceNow CSV', href: `${of}/record?as=servicenow-csv`},
    {label: 'Jira CSV', href: `${of}/record?as=jira-csv`},
    {label: 'Incidents CSV', href: `${of}/incidents?format=csv`},
  ];
}
