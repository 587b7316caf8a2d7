import {enoughForVerdict} from '../metrics/behaviour-chart.ts';
import {actionName, type Action} from '../register/action.ts';
import {addDays} from '../time/period.ts';
import {noActions} from './action-register.ts';
import {
  aimText,
  attentionOf,
  dueCell,
  latestOf,
  measureCell,
  metricOf,
  ownerText,
  sinceCell,
  statusWord,
  unitOf,
  verdictCellOf,
} from './action-words.ts';
import type {Attention} from './attention.ts';
import {capitalised, countWord} from './headline-sentence.ts';
import {actionHref} from './link.ts';
import type {ActionSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Cell, ResolvedTable} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';

type ListSpec = Extract<ActionSpec, {block: 'actions list'}>;

/** Actions that ask for the same, most pressing first. */
export async function resolveActionList(
  context: PageContext,
  {id, attention}: ListSpec,
): Promise<TableBlock | null> {
  const actions = chosenActions(context).filter((action) =>
    attention.includes(attentionOf(action, context.frame.asOfOn)),
  );
  if (actions.length === 0) return null;
  const [first] = attention;
  return {
    ...{kind: 'table', id, downloads: [], note: []},
    title: titles[first ?? 'under way'](actions.length),
    subtitle: subtitles[first ?? 'under way'],
    table: await actionTable(context, pressingFirst(actions), {isReview: true}),
  };
}

const titles: Record<Attention, (count: number) => string> = {
  overdue: (count) => `${some(count)} due or overdue`,
  'due soon': (count) => `${some(count)} due soon`,
  'to verify': (count) => `${some(count)} done: did ${count === 1 ? 'it' : 'they'} work?`,
  'to decide': (count) => `${some(count)} proposed`,
  'under way': (count) => `${some(count)} under way`,
  verified: (count) => `${some(count)} verified`,
  dropped: (count) => `${some(count)} dropped`,
};

const subtitles: Record<Attention, string> = {
  overdue: 'By the data’s own clock; due soon is within two weeks',
  'due soon': 'Within two weeks, by the data’s own clock',
  'to verify': 'Before against since, like with like; the verdict is looked for with every build',
  'to decide': 'Agree and name who does it by when, or drop it with the reason',
  'under way': 'Agreed or in progress',
  verified: 'A build has seen the effect, and somebody has closed the action on it',
  dropped: 'Not done, or given up: the reason is in its history',
};

function some(count: number): string {
  return `${capitalised(countWord(count))} ${count === 1 ? 'action' : 'actions'}`;
}

/** Of the owner and state that the address asks for. */
function chosenActions({register = noActions, request}: PageContext): Action[] {
  const {owner, state} = request.choices ?? {};
  return register.actions.filter(
    (action) =>
      (owner === undefined || action.owner === owner) &&
      (state === undefined || action.status === state),
  );
}

/** By the day they are due, then by number. */
export function pressingFirst(actions: readonly Action[]): Action[] {
  const key = ({dueOn}: Action) => dueOn ?? '9999';
  return [...actions].sort((a, b) =>
    key(a) === key(b) ? a.actionNo - b.actionNo : key(a) < key(b) ? -1 : 1,
  );
}

/** What is to move, from where to where, how far it has come, and by when. */
export async function actionTable(
  context: PageContext,
  actions: readonly Action[],
  {isReview}: {isReview: boolean},
): Promise<ResolvedTable> {
  const rows = await Promise.all(actions.map((action) => rowOf(context, action)));
  return {
    columns: [
      {label: t`Action`, align: 'left'},
      {label: t`Measure`, align: 'left', isDetail: true},
      {label: t`Before, target`, align: 'left', isDetail: true},
      {label: t`Half a year`, align: 'left', isDetail: true},
      {label: t`Since then`, align: 'left', isDetail: true},
      {label: t`Due`, align: 'left'},
      {label: t`State and verdict`, align: 'left'},
    ],
    rows,
    ...(isReview ? {undecided: actions.map(({status}) => status === 'proposed')} : {}),
  };
}

async function rowOf(context: PageContext, action: Action): Promise<Cell[]> {
  const {catalogue, frame, register = noActions} = context;
  const unit = unitOf(action, catalogue);
  const latest = latestOf(register, action);
  return [
    {
      text: action.title,
      href: actionHref(actionName(action.actionNo)),
      detail: ownerText(action),
      phoneDetail: aimText(action, unit),
    },
    measureCell(action, catalogue),
    {text: aimText(action, unit), value: action.targetValue},
    await sparkCell(context, action),
    sinceCell(latest, unit),
    dueCell(action, frame.asOfOn),
    stateCell(context, action),
  ];
}

function stateCell({register = noActions}: PageContext, action: Action): Cell {
  const {status, effectOn} = action;
  const latest = latestOf(register, action);
  const state = capitalised(statusWord(status));
  if (status === 'proposed') return {text: state, tone: 'open'};
  if (status === 'dropped') return {text: state, tone: 'quiet'};
  if (latest === null) return {text: state, detail: verdictCellOf(null, effectOn).detail ?? ''};
  const {text, signal, detail} = verdictCellOf(latest, effectOn);
  return {
    text: t`${state}: ${text}`,
    ...(signal ? {signal} : {}),
    ...(detail ? {detail} : {}),
  };
}

const sparkWeeks = 26;

/** Half a year of the measure, a word high. */
async function sparkCell(context: PageContext, action: Action): Promise<Cell> {
  const metric = metricOf(action, context.catalogue);
  const {asOfOn} = context.frame;
  const figures =
    metric === null || action.candidateNo !== null
      ? null
      : await context.measureWhole(metric.id, {
          ...{grain: 'week', from: addDays(asOfOn, -7 * sparkWeeks), to: asOfOn},
          where: action.where,
        });
  const rows = (figures ?? []).filter(({isComplete}) => isComplete);
  if (rows.length < 2) return {text: '–'};
  return {
    text: t`${metric?.label ?? ''} over ${rows.length} weeks`,
    spark: rows.map(({from, period, value, n, unit}) => ({
      ...{day: from, period, value, n, isComplete: true},
      signal: unit !== 'count' && n < enoughForVerdict ? 'too few' : 'common',
    })),
  };
}
