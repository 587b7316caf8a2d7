import {formatNumber, formatValue} from '../charts/format.ts';
import {compareParts, type ComparedPart} from './compare-parts.ts';
import {countParts} from './count-parts.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow, type FindingWindow} from './finding-window.ts';
import {countText, linked, plain, shareText, oftenText} from './finding-words.ts';
import type {FoundFact} from './finding.ts';
import {hoursOf} from './hours-of.ts';
import {narrowed} from './narrowed.ts';
import {besideOthers, partFact} from './part-fact.ts';
import {excessOf, standingParts} from './standing-parts.ts';
import {t} from '../wording/t.ts';

const metric = 'premature_closure_rate';

/** Groups whose resolutions come back within 48 hours (setting) more often than the others'. */
export const detectPrematureClosure: Detect = async (context) => {
  const window = findingWindow(context);
  const counts = await countParts(context, window, {
    part: 'i.assignment_group',
    hit: 'i.is_premature',
    day: 'resolved_on',
    among: 'i.is_resolved',
  });
  // Nobody closes too early for no group: it is not filled.
  const standing = standingParts(compareParts(counts, window.weekCount)).filter(
    ({part}) => part !== null,
  );
  return Promise.all(standing.map((part) => factOf(context, window, part)));
};

async function factOf(
  context: FindingContext,
  window: FindingWindow,
  part: ComparedPart,
): Promise<FoundFact> {
  const group = part.part ?? '';
  const where = narrowed(context.where, 'assignment_group', group);
  const rows = {metric, period: window.id, where};
  const hours = await hoursOf(context, window, {part: 'i.assignment_group', value: group});
  const excess = excessOf(part) / window.periodCount;
  return partFact(context, window, part, {
    ...{detector: 'premature closure', metric, where},
    title: t`${group} closes too early: ${shareText(part.hits / part.n)} of what it resolves comes back within two days, ${oftenText(part.ratio)}`,
    text: [
      plain(t`${countText(part.hits, 'incident')} of `),
      linked(t`${formatNumber(part.n)} resolved`, rows),
      plain(
        t` in ${window.words} were reopened or logged again; ${besideOthers(part)}. Each takes ${formatValue(hours, 'total hours')} of working time again.`,
      ),
    ],
    suggestion: t`Agree with ${group} to close only what the caller confirms, and look at three that came back.`,
    action: t`${group}: close only what the caller confirms`,
    consequence: {hours: excess * (hours ?? 0), breaches: null, users: excess},
  });
}
