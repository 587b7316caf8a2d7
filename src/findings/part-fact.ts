import {formatNumber, thinSpace} from '../charts/format.ts';
import type {Filter} from '../metrics/metric.ts';
import {addDays} from '../time/period.ts';
import type {ComparedPart} from './compare-parts.ts';
import type {FindingContext} from './finding-context.ts';
import type {FindingWindow} from './finding-window.ts';
import {shareText, timesText} from './finding-words.ts';
import type {ActionProposal, Detector, FoundFact} from './finding.ts';
import {t} from '../wording/t.ts';

/** What is told of a part that stands out; the rest is the same for every detector. */
export interface ToldPart {
  detector: Detector;
  metric: string;
  where: readonly Filter[];
  title: string;
  text: FoundFact['text'];
  suggestion: string;
  /** Title of an action. */
  action: string;
  consequence: FoundFact['consequence'];
}

/** A fact about a part whose rate is beyond the others'. */
export function partFact(
  {period}: FindingContext,
  window: FindingWindow,
  part: ComparedPart,
  told: ToldPart,
): FoundFact {
  const {detector, metric, where, action, ...words} = told;
  const [value, reference] = [part.hits / part.n, part.expected / part.n];
  return {
    key: factKey(detector, metric, where),
    ...{detector, period: period.id, metric, where},
    ...words,
    since: addDays(window.from, 7 * part.sinceWeek),
    ...{n: part.n, value, reference},
    proposal: proposalOf(window, {title: action, metric, where, value, target: reference}),
  };
}

/** `premature closure|premature_closure_rate|assignment_group=Workplace Support`. */
export function factKey(detector: Detector, metric: string, where: readonly Filter[]): string {
  const filters = where.map(({dimension, values}) => `${dimension}=${values.join(',')}`);
  return [detector, metric, filters.join(' ')].join('|');
}

type Proposed = Omit<ActionProposal, 'baseline'> & {value: number};

/** An action with the window as its baseline. */
export function proposalOf({from, to}: FindingWindow, {value, target, ...rest}: Proposed) {
  const rounded = Number(target.toPrecision(2));
  return {...rest, target: rounded, baseline: {from, to, value}} satisfies ActionProposal;
}

/** `0.8 % elsewhere …, 5.3 times as often (95 %: 3.1 – 9.0)`: the others' rate and how far beyond it this is. */
export function besideOthers({expected, n, ratio, low, high}: ComparedPart): string {
  const interval = Number.isFinite(high)
    ? ` (95${thinSpace}%${t`: `}${formatNumber(low, 1)}${thinSpace}–${thinSpace}${formatNumber(high, 1)})`
    : '';
  if (!Number.isFinite(ratio)) return t`none elsewhere`;
  return t`${shareText(expected / n)} elsewhere for the same mix of priorities, ${timesText(ratio)} as often${interval}`;
}
