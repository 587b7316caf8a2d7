import {formatNumber} from '../charts/format.ts';
import type {Finding} from '../findings/finding.ts';
import {isPast} from './as-known.ts';
import {actionName, isOpenStatus, type Action} from '../register/action.ts';
import {noActions} from './action-register.ts';
import {attentionOf, effectWords, latestOf, unitOf} from './action-words.ts';
import {growthOf, hoursText, isApart, isUndecided} from './candidate-words.ts';
import {findingAnchor, shortTitle} from './findings-told.ts';
import {countWord} from './headline-sentence.ts';
import {actionHref, candidateHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {pressingFirst} from './resolve-action-list.ts';
import type {Fact} from './fact.ts';
import type {ListBlock} from './list-block.ts';
import {t, translated} from '../wording/t.ts';

export type Decision = ListBlock['items'][number];

/** So many are named; the page tells the others where it lists them. */
const mostNamed = 3;

/**
 * The findings told on the page, as one decision: what each asks for stands beside it there. None about
 * those that an action was made of.
 */
export function decideOnFindings(
  {register = noActions}: PageContext,
  findings: readonly Finding[],
): Decision[] {
  const acted = new Set(register.actions.map(({origin}) => origin.key));
  const open = findings.filter(({news, key}) => news !== 'known' && !acted.has(key));
  const [first] = open;
  if (!first) return [];
  if (open.length === 1) return [{lead: first.suggestion, text: [linkTo(first), {text: '.'}]}];
  return [
    {
      lead: t`Agree which of the ${countWord(open.length)} findings get an action.`,
      text: named(open.map(linkTo)),
    },
  ];
}

function linkTo({key, title}: Finding): Fact {
  return {text: shortTitle(title), href: `#${findingAnchor(key)}`};
}

/** A decision for each state that asks for one today, which a review of the past has none of: what is late, what has its verdict, what is proposed. */
export function decideOnActions(context: PageContext): Decision[] {
  const {register = noActions, frame, request, period} = context;
  if (request.where.length > 0 || isPast(period, frame)) return [];
  const open = pressingFirst(register.actions.filter(({status}) => isOpenStatus(status)));
  const having = (wanted: string) =>
    open.filter((action) => attentionOf(action, frame.asOfOn) === wanted);
  const judged = having('to verify').filter(
    (action) => (latestOf(register, action)?.verdict ?? 'not yet') !== 'not yet',
  );
  return [
    ...about(having('overdue'), t`Finish, move or drop what is overdue.`, linkToAction),
    ...about(judged, t`Verify what is done, or take it up again.`, (action) =>
      withVerdict(context, action),
    ),
    ...about(having('to decide'), t`Agree on what is proposed, or drop it.`, linkToAction),
  ];
}

function about(
  actions: readonly Action[],
  lead: string,
  told: (action: Action) => Fact,
): Decision[] {
  return actions.length === 0 ? [] : [{lead, text: named(actions.map(told))}];
}

function linkToAction({actionNo, title}: Action): Fact {
  const name = actionName(actionNo);
  return {text: `${name} ${title}`, href: actionHref(name)};
}

function withVerdict({register = noActions, catalogue}: PageContext, action: Action): Fact {
  const {text, href} = linkToAction(action);
  const found = latestOf(register, action);
  const size =
    found?.verdict === 'effect seen'
      ? `, ${effectWords(found.evidence, unitOf(action, catalogue))}`
      : '';
  return {text: t`${text}: ${`${translated(found?.verdict ?? '')}${size}`}`, href};
}

/** The undecided candidate that ranks first among those that are new or grow, where the page lists them. */
export async function decideOnCandidates(context: PageContext): Promise<Decision[]> {
  const isListed = context.blocks.some(({block}) => block === 'candidates rising');
  const {request, period, frame} = context;
  if (!isListed || request.where.length > 0 || isPast(period, frame)) return [];
  const {candidates} = await context.candidates();
  const rising = candidates.find(
    (each) =>
      isUndecided(each) &&
      !isApart(each) &&
      each.status !== 'fixed' &&
      ['new', 'growing'].includes(growthOf(each)),
  );
  if (!rising) return [];
  const {name, label, windowCount, hoursLost, windowWeeks} = rising;
  return [
    {
      lead: t`Open a problem for ${name}, watch it or dismiss it.`,
      text: [
        {text: label, href: candidateHref(name)},
        {
          text: t`: ${formatNumber(windowCount)} incidents and ${hoursText(hoursLost)} in ${windowWeeks} weeks.`,
        },
      ],
    },
  ];
}

/** `A; B; C and two more.` */
function named(facts: readonly Fact[]): Fact[] {
  const shown = facts.slice(0, mostNamed);
  const more = facts.length - shown.length;
  return [
    ...shown.flatMap((fact, place) => (place === 0 ? [fact] : [{text: t`; `}, fact])),
    {text: more > 0 ? t`; ${countWord(more)} more.` : '.'},
  ];
}
