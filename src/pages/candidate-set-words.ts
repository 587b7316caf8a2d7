import type {CandidatePart, CandidateSet} from '../metrics/candidate-set.ts';
import {foundCandidates} from '../problems/found-candidates.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import type {Session} from '../warehouse/database.ts';
import {candidateHref, pageHref} from './link.ts';
import type {Fact} from './fact.ts';

/** What a list of incidents is of, and where that comes from. */
export interface SetWords {
  label: string;
  lede: Fact[];
}

export async function candidateSetWords(session: Session, set: CandidateSet): Promise<SetWords> {
  if (set.set === 'likely category') {
    const category = set.category === null ? '' : ` of ${set.category}`;
    return {
      label: `logged vaguely, likely${category || ' of another category'}`,
      lede: [
        {text: 'Logged as “other” or with no category, and worded like incidents that have one. '},
        {text: 'Likely categories', href: `${pageHref('/problems')}#likely`},
        {text: '.'},
      ],
    };
  }
  const name = candidateName(set.candidateNo);
  const [found] = await foundCandidates(session, {candidateNo: set.candidateNo});
  if (!found) return {label: name, lede: [{text: 'The build has no such problem candidate.'}]};
  const {recentWeeks, windowWeeks} = found;
  const parts: Record<CandidatePart, string> = {
    window: `last ${windowWeeks} weeks`,
    recent: `last ${recentWeeks} weeks`,
    before: `the ${windowWeeks - recentWeeks} weeks before the last ${recentWeeks}`,
    boundary: 'on the boundary',
  };
  return {
    label: [`${name} ${found.label}`, ...(set.part ? [parts[set.part]] : [])].join(' · '),
    lede: [
      {text: 'Incidents of the problem candidate '},
      {text: found.label, href: candidateHref(name)},
      {text: ', by day of opening.'},
    ],
  };
}
