import {formatNumber, formatValue} from '../charts/format.ts';
import {isOpenStatus, type Action} from '../register/action.ts';
import {noActions} from './action-register.ts';
import {attentionOf, latestOf, metricOf} from './action-words.ts';
import {attentions} from './attention.ts';
import {capitalised, countWord, joined} from './headline-sentence.ts';
import type {ActionSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {actionTable, pressingFirst} from './resolve-action-list.ts';
import type {Cell, TableBlock} from './resolved-page.ts';

/** For a review: every open action, what is overdue first. */
export async function resolveActionsDue(
  context: PageContext,
  {id, top}: Extract<ActionSpec, {block: 'actions due'}>,
): Promise<TableBlock | null> {
  const {register = noActions, frame, request} = context;
  if (request.where.length > 0) return null;
  const open = register.actions.filter(({status}) => isOpenStatus(status));
  if (open.length === 0) return null;
  const place = (action: Action) => attentions.indexOf(attentionOf(action, frame.asOfOn));
  const sorted = pressingFirst(open).sort((a, b) => place(a) - place(b));
  return {
    ...{kind: 'table', id, downloads: []},
    title: dueSentence(open, frame.asOfOn),
    subtitle: 'Every open action comes back until it is verified or dropped',
    table: await actionTable(context, sorted.slice(0, top), {isReview: false}),
    note: [
      ...(sorted.length > top
        ? [{text: `${formatNumber(sorted.length - top)} more are open. `}]
        : []),
      {text: 'All actions, with their history', href: '/improvement', isOnlyLink: true},
    ],
  };
}

function dueSentence(open: readonly Action[], today: string): string {
  const count = (wanted: string) =>
    open.filter((action) => attentionOf(action, today) === wanted).length;
  const parts = [
    [count('overdue'), 'overdue'],
    [count('due soon'), 'due within two weeks'],
    [count('to verify'), 'to verify'],
    [count('to decide'), 'to decide'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, words]) => `${countWord(n)} ${words}`);
  if (told.length === 0)
    return `${capitalised(countWord(open.length))} ${open.length === 1 ? 'action is' : 'actions are'} under way`;
  return capitalised(`actions: ${joined(told)}`);
}

/** For leadership: what was decided, whether it worked, and what it gained. */
export async function resolveActionsRegister(
  context: PageContext,
  {id, top}: Extract<ActionSpec, {block: 'actions register'}>,
): Promise<TableBlock | null> {
  const {register = noActions, request, frame} = context;
  const actions = register.actions.filter(({status}) => status !== 'dropped');
  if (request.where.length > 0 || actions.length === 0) return null;
  const place = (action: Action) => attentions.indexOf(attentionOf(action, frame.asOfOn));
  const sorted = pressingFirst(actions).sort((a, b) => place(a) - place(b));
  const table = await actionTable(context, sorted.slice(0, top), {isReview: false});
  return {
    ...{kind: 'table', id, downloads: []},
    title: registerSentence(context, actions),
    subtitle:
      'Before against since, at the same mix of priorities; verdicts as the last build found them',
    table: {
      ...table,
      columns: [...table.columns, {label: 'Gain', align: 'right'}],
      rows: table.rows.map((row, index) => {
        const action = sorted[index];
        return action ? [...row, gainCell(context, action)] : row;
      }),
    },
    note: [
      {
        text: 'Gain: told only where the effect is seen; the difference in each incident times the incidents since. ',
      },
      {text: 'All actions', href: '/improvement', isOnlyLink: true},
    ],
  };
}

function registerSentence({register = noActions}: PageContext, actions: readonly Action[]): string {
  const having = (verdict: string) =>
    actions.filter((each) => latestOf(register, each)?.verdict === verdict).length;
  const [seen, worse] = [having('effect seen'), having('got worse')];
  const of = actions.length === 1 ? 'the one action' : `${countWord(actions.length)} actions`;
  const told =
    seen === 0
      ? `No effect is seen yet of ${of}`
      : `${capitalised(countWord(seen))} of ${of} ${seen === 1 ? 'shows' : 'show'} the effect`;
  return worse === 0 ? told : `${told}; ${countWord(worse)} got worse`;
}

/** What the effect made so far, in incidents or hours. */
function gainCell({register = noActions, catalogue}: PageContext, action: Action): Cell {
  const found = latestOf(register, action);
  const metric = metricOf(action, catalogue);
  const none: Cell = {text: '–', value: null};
  if (found?.verdict !== 'effect seen' || metric === null) return none;
  const {before, after, standardised, effect} = found.evidence;
  if (metric.unit === 'count' && effect?.kind === 'ratio' && effect.estimate > 0) {
    const avoided = after.n / effect.estimate - after.n;
    return {text: `${formatNumber(avoided)} fewer`, value: avoided, detail: 'incidents since'};
  }
  if (before.value === null || standardised === null) return none;
  const gained = Math.abs(standardised - before.value) * after.n;
  if (metric.unit === 'share')
    return {
      text: `${formatNumber(gained)} incidents`,
      value: gained,
      detail: `of ${formatNumber(after.n)} since`,
    };
  if (metric.unit !== 'hours') return none;
  return {
    text: formatValue(gained, 'total hours'),
    value: gained,
    detail: `over ${formatNumber(after.n)} since`,
  };
}
