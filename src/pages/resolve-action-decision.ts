import {actionName, type Action} from '../register/action.ts';
import {noActions} from './action-register.ts';
import {actionForms} from './action-forms.ts';
import {attentionOf, latestOf, metricOf} from './action-words.ts';
import {capitalised} from './headline-sentence.ts';
import {actionHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {actionOf} from './resolve-action.ts';
import {pressingFirst} from './resolve-action-list.ts';
import type {DecisionBlock} from './decision-block.ts';
import type {Fact} from './fact.ts';
import {shortInstant} from './short-instant.ts';

/** In which state an action is, and the forms to take it on. */
export function resolveActionDecision(context: PageContext, id: string): DecisionBlock {
  const action = actionOf(context);
  const {catalogue, register = noActions, frame} = context;
  const name = actionName(action.actionNo);
  return {
    ...{kind: 'decision', id, version: action.version, action: actionHref(name)},
    title: titleOf(action, frame.asOfOn),
    state: stateOf(context, action),
    forms: actionForms(action, {metric: metricOf(action, catalogue), packs: register.packs}),
    walk: walkOf(action, register.actions, frame.asOfOn),
    of: {others: 'Other actions', list: '/improvement'},
    exports: {
      title: name,
      files: [
        {label: 'JSON', href: `/api/actions/${name}`},
        {label: 'All actions as CSV', href: '/api/actions?format=csv'},
      ],
    },
  };
}

function titleOf(action: Action, today: string): string {
  const attention = attentionOf(action, today);
  const state = capitalised(action.status);
  return attention === 'overdue' ? `${state}, and overdue` : state;
}

function stateOf({frame, register = noActions}: PageContext, action: Action): Fact[] {
  const {changedBy, changedAt, version, status} = action;
  const told = `${changedBy}, ${shortInstant(changedAt, frame.zone)}, version ${version}. `;
  const latest = latestOf(register, action);
  const next =
    status === 'proposed'
      ? 'Agree to it, or drop it with the reason.'
      : status === 'done'
        ? latest?.verdict === 'effect seen'
          ? 'The effect is seen: verify it.'
          : 'It can be verified once a build has seen the effect.'
        : '';
  return [{text: told}, {text: next}];
}

/** In the order of the list, those that are closed left out. */
function walkOf(action: Action, actions: readonly Action[], today: string): DecisionBlock['walk'] {
  const isClosed = (each: Action) => ['verified', 'dropped'].includes(attentionOf(each, today));
  const row = pressingFirst(actions).filter(
    (each) => !isClosed(each) || each.actionNo === action.actionNo,
  );
  const place = row.findIndex(({actionNo}) => actionNo === action.actionNo);
  const step = (to: Action | undefined, rel: 'prev' | 'next' | 'undecided', words: string) =>
    to
      ? [
          {
            label: `${words} ${actionName(to.actionNo)}`,
            href: actionHref(actionName(to.actionNo)),
            rel,
          },
        ]
      : [];
  const around = [...row.slice(place + 1), ...row.slice(0, Math.max(0, place))];
  return [
    ...step(row[place - 1], 'prev', 'Before it:'),
    ...step(row[place + 1], 'next', 'After it:'),
    ...step(
      around.find(({status}) => status === 'proposed'),
      'undecided',
      'Next to decide:',
    ),
  ];
}
