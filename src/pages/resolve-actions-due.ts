import {formatNumber, formatValue} from '../charts/format.ts';
import {isOpenStatus, type Action} from '../register/action.ts';
import {noActions} from './action-register.ts';
import {asKnownNote} from './as-known.ts';
import {attentionOf, latestOf, metricOf} from './action-words.ts';
import {attentions} from './attention.ts';
import {capitalised, countWord, joined} from './headline-sentence.ts';
import type {ActionSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {actionTable, pressingFirst} from './resolve-action-list.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';

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
    subtitle: t`Every open action comes back until it is verified or dropped`,
    table: await actionTable(context, sorted.slice(0, top), {isReview: false}),
    note: [
      ...asKnownNote(context),
      ...(sorted.length > top
        ? [{text: t`${formatNumber(sorted.length - top)} more are open. `}]
        : []),
      {text: t`All actions, with their history`, href: '/improvement', isOnlyLink: true},
    ],
  };
}

function dueSentence(open: readonly Action[], today: string): string {
  const count = (wanted: string) =>
    open.filter((action) => attentionOf(action, today) === wanted).length;
  const told = [
    toldOf(count('overdue'), t`one overdue`, (many) => t`${many} overdue`),
    toldOf(
      count('due soon'),
      t`one due within two weeks`,
      (many) => t`${many} due within two weeks`,
    ),
    toldOf(count('to verify'), t`one to verify`, (many) => t`${many} to verify`),
    toldOf(count('to decide'), t`one to decide`, (many) => t`${many} to decide`),
  ].flat();
  if (told.length > 0) return t`Actions: ${joined(told)}`;
  return open.length === 1
    ? t`One action is under way`
    : t`${capitalised(countWord(open.length))} actions are under way`;
}

/** Nothing of none; one is worded by itself, since a language may give it a gender. */
function toldOf(count: number, one: string, many: (count: string) => string): string[] {
  if (count === 0) return [];
  return [count === 1 ? one : many(countWord(count))];
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
    subtitle: t`Before against since, at the same mix of priorities; verdicts as the last build found them`,
    table: {
      ...table,
      columns: [...table.columns, {label: t`Gain`, align: 'right', isDetail: true}],
      rows: table.rows.map((row, index) => {
        const action = sorted[index];
        return action ? [...row, gainCell(context, action)] : row;
      }),
    },
    note: [
      ...asKnownNote(context),
      {
        text: t`Gain: told only where the effect is seen; the difference in each incident times the incidents since. `,
      },
      {text: t`All actions`, href: '/improvement', isOnlyLink: true},
    ],
  };
}

function registerSentence({register = noActions}: PageContext, actions: readonly Action[]): string {
  const having = (verdict: string) =>
    actions.filter((each) => latestOf(register, each)?.verdict === verdict).length;
  const [seen, worse] = [having('effect seen'), having('got worse')];
  const told = seenSentence(seen, actions.length);
  if (worse === 0) return told;
  return worse === 1 ? t`${told}; one got worse` : t`${told}; ${countWord(worse)} got worse`;
}

function seenSentence(seen: number, of: number): string {
  if (of === 1)
    return seen === 0
      ? t`No effect is seen yet of the one action`
      : t`The one action shows the effect`;
  const all = countWord(of);
  if (seen === 0) return t`No effect is seen yet of ${all} actions`;
  return seen === 1
    ? t`One of ${all} actions shows the effect`
    : t`${capitalised(countWord(seen))} of ${all} actions show the effect`;
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
    return {text: t`${formatNumber(avoided)} fewer`, value: avoided, detail: t`incidents since`};
  }
  if (before.value === null || standardised === null) return none;
  const gained = Math.abs(standardised - before.value) * after.n;
  if (metric.unit === 'share')
    return {
      text: t`${formatNumber(gained)} incidents`,
      value: gained,
      detail: t`of ${formatNumber(after.n)} since`,
    };
  if (metric.unit !== 'hours') return none;
  return {
    text: formatValue(gained, 'total hours'),
    value: gained,
    detail: t`over ${formatNumber(after.n)} since`,
  };
}
