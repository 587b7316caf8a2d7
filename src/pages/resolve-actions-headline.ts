import {actionStatuses, isOpenStatus, type Action} from '../register/action.ts';
import {noActions} from './action-register.ts';
import {attentionOf, latestOf} from './action-words.ts';
import type {Attention} from './attention.ts';
import {things} from './candidate-words.ts';
import {capitalised, countWord, joined} from './headline-sentence.ts';
import {pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {FormBlock} from './form-block.ts';
import type {Fact} from './fact.ts';
import type {HeadlineBlock} from './headline-block.ts';

/** What of the register asks for somebody now. */
export function resolveActionsHeadline({register = noActions, frame}: PageContext): HeadlineBlock {
  const {actions} = register;
  const count = (attention: Attention) =>
    actions.filter((action) => attentionOf(action, frame.asOfOn) === attention).length;
  return {
    kind: 'headline',
    text: sentence(actions, count),
    lede: actions.length === 0 ? emptyLede : ledeOf(register, count),
    contents: [
      {label: 'Due', href: '#due'},
      {label: 'To verify', href: '#verify'},
      {label: 'Proposed', href: '#proposed'},
      {label: 'Under way', href: '#running'},
      {label: 'Verified', href: '#verified'},
      {label: 'Dropped', href: '#dropped'},
    ],
  };
}

const emptyLede: Fact[] = [
  {
    text: 'An action starts from something that was found: follow “Propose action” on a finding or a ',
  },
  {text: 'problem candidate', href: '/problems'},
  {text: ', or '},
  {text: 'write one down', href: '/improvement/new'},
  {text: '. Every build then looks whether it moved what it was meant to move.'},
];

function sentence(actions: readonly Action[], count: (attention: Attention) => number): string {
  if (actions.length === 0) return 'No improvement action is registered yet.';
  const parts = [
    {number: count('overdue'), one: 'is overdue', many: 'are overdue'},
    {number: count('due soon'), one: 'is due soon', many: 'are due soon'},
    {number: count('to verify'), one: 'is to be verified', many: 'are to be verified'},
    {number: count('to decide'), one: 'waits for a decision', many: 'wait for a decision'},
  ].filter(({number}) => number > 0);
  if (parts.length === 0) return 'No action asks for anything now.';
  const told = parts.map(({number, one, many}, place) => {
    const thing = place > 0 ? '' : number === 1 ? ' action' : ' actions';
    return `${countWord(number)}${thing} ${number === 1 ? one : many}`;
  });
  const [first = '', ...rest] = told;
  return `${capitalised(first)}${rest.length > 0 ? `; ${joined(rest)}` : ''}.`;
}

function ledeOf(register: typeof noActions, count: (attention: Attention) => number): Fact[] {
  const {actions} = register;
  const open = actions.filter(({status}) => isOpenStatus(status));
  const seen = actions.filter((each) => latestOf(register, each)?.verdict === 'effect seen').length;
  const worse = actions.filter((each) => latestOf(register, each)?.verdict === 'got worse').length;
  const owners = new Set(open.map(({owner}) => owner)).size;
  return [
    {
      text: `${things(open.length, 'action is', 'actions are')} open, with ${things(owners, 'owner', 'owners')}${count('verified') === 0 ? '' : `; ${things(count('verified'), 'is', 'are')} verified`}. `,
    },
    ...(seen > 0
      ? [
          {
            text: `${capitalised(countWord(seen))} ${seen === 1 ? 'shows' : 'show'} the effect`,
            signal: 'better' as const,
          },
        ]
      : [{text: 'None shows an effect yet'}]),
    ...(worse > 0
      ? [{text: ', '}, {text: `${countWord(worse)} got worse`, signal: 'worse' as const}]
      : []),
    {text: '. '},
    {text: 'Write down another', href: '/improvement/new'},
    {text: '.'},
  ];
}

/** Whose actions, and in which state. */
export function resolveActionFilter(
  {register = noActions, request}: PageContext,
  id: string,
): FormBlock | null {
  const {actions} = register;
  if (actions.length < 2) return null;
  const {owner = '', state = ''} = request.choices ?? {};
  const owners = [...new Set([...actions.map((each) => each.owner), ...(owner ? [owner] : [])])];
  return {
    ...{kind: 'form', id, title: '', subtitle: '', action: '/improvement', hidden: []},
    fields: [
      {
        ...{name: 'owner', label: 'Owner', value: owner},
        options: [
          {value: '', label: 'Everybody'},
          ...owners.sort().map((each) => ({value: each, label: each})),
        ],
      },
      {
        ...{name: 'state', label: 'State', value: state},
        options: [
          {value: '', label: 'Every state'},
          ...actionStatuses.map((each) => ({value: each, label: capitalised(each)})),
        ],
      },
    ],
    submit: 'Show',
    reset: owner || state ? {label: 'Show all', href: pageHref('/improvement')} : null,
  };
}
