import type {Catalogue} from '../metrics/catalogue.ts';
import type {Metric} from '../metrics/metric.ts';
import {
  actionMoves,
  type Action,
  type ActionStatus,
  type PackReference,
} from '../register/action.ts';
import type {DecisionField, DecisionForm} from './decision-form.ts';
import {nameField, whyField} from './decision-fields.ts';

/** Shares are typed as people say them: 80, not 0.8. */
export function typedScale({unit}: Pick<Metric, 'unit'>): {factor: number; label: string} {
  if (unit === 'share') return {factor: 100, label: 'per cent'};
  if (unit === 'hours' || unit === 'total hours') return {factor: 1, label: 'hours'};
  return {factor: 1, label: unit === 'count' ? 'number over as many days' : unit};
}

/** What can become of an action from here, and how it is changed and talked about. */
export function actionForms(
  action: Action,
  {metric, packs}: {metric: Metric | null; packs: readonly PackReference[]},
): DecisionForm[] {
  const pack = packField(packs);
  const moves = actionMoves[action.status].map((to) => moveForm(action.status, to, pack));
  return [...moves, commentForm(pack), editForm(action, metric, pack)];
}

const moveWords: Record<
  ActionStatus,
  Pick<DecisionForm, 'key' | 'summary' | 'explanation' | 'submit'>
> = {
  proposed: {
    ...{key: 'p', summary: 'Back to proposed', submit: 'Propose it again'},
    explanation: 'Nobody has agreed to it for now.',
  },
  agreed: {
    ...{key: 'a', summary: 'Agree', submit: 'Agree to it'},
    explanation: 'It is to be done, by its owner and by the day it is due.',
  },
  'in progress': {
    ...{key: 's', summary: 'Start', submit: 'It is under way'},
    explanation: 'Somebody works on it.',
  },
  done: {
    ...{key: 'd', summary: 'Done', submit: 'It is done'},
    explanation: 'From the day its effect is expected, builds compare before with since.',
  },
  verified: {
    ...{key: 'v', summary: 'Verify', submit: 'It worked'},
    explanation: 'Closes it on the last verdict, which must be an effect that was seen.',
  },
  dropped: {
    ...{key: 'x', summary: 'Drop', submit: 'Drop it'},
    explanation: 'It is not done, or given up; it leaves the reviews.',
  },
};

/** Going back is worded by what it undoes. */
const moveBackWords: Record<string, Partial<DecisionForm>> = {
  'in progress to agreed': {summary: 'Stop', submit: 'Nobody works on it'},
  'done to in progress': {summary: 'Not done after all', submit: 'Go on with it'},
  'verified to done': {summary: 'Not verified after all', submit: 'Open it again'},
  'dropped to proposed': {summary: 'Take up again'},
};

function moveForm(from: ActionStatus, to: ActionStatus, pack: DecisionField[]): DecisionForm {
  const words = {...moveWords[to], ...moveBackWords[`${from} to ${to}`]};
  const why = to === 'dropped' ? {...whyField, label: 'Why', isRequired: true} : whyField;
  return {task: to, ...words, fields: [nameField, why, ...pack]};
}

function commentForm(pack: DecisionField[]): DecisionForm {
  return {
    ...{task: 'comment', key: 'c', summary: 'Comment', submit: 'Say it'},
    explanation: 'What others should know; nothing that is said is overwritten.',
    fields: [
      nameField,
      {...field('text', 'Comment'), input: 'long text', isRequired: true},
      ...pack,
    ],
  };
}

function editForm(action: Action, metric: Metric | null, pack: DecisionField[]): DecisionForm {
  return {
    ...{task: 'edit', key: 'e', summary: 'Edit', submit: 'Change it'},
    explanation:
      'The whole history is kept. The baseline’s value is read again when its days change.',
    fields: [nameField, ...planFields(action, metric), whyField, ...pack],
  };
}

/** What a person writes of an action, here and when it is proposed. */
export function planFields(
  action: Pick<
    Action,
    | 'title'
    | 'owner'
    | 'dueOn'
    | 'targetValue'
    | 'effectOn'
    | 'baselineFrom'
    | 'baselineTo'
    | 'effortDays'
    | 'cost'
    | 'notes'
  >,
  metric: Metric | null,
): DecisionField[] {
  const {factor, label} = metric ? typedScale(metric) : {factor: 1, label: 'in per cent or hours'};
  const typed = Number.isFinite(action.targetValue)
    ? String(Number((action.targetValue * factor).toPrecision(4)))
    : '';
  return [
    {...field('title', 'What is to be done'), value: action.title, isRequired: true},
    {...field('owner', 'Owner'), value: action.owner, isRequired: true, autocomplete: 'name'},
    {...field('dueOn', 'Due'), input: 'date', value: action.dueOn ?? ''},
    {
      ...field('targetValue', `Target, ${label}`),
      ...{input: 'number', value: typed, isRequired: true},
    },
    {
      ...field('effectOn', 'Effect expected from'),
      ...{input: 'date', value: action.effectOn, isRequired: true},
    },
    {
      ...field('baselineFrom', 'Baseline from'),
      ...{input: 'date', value: action.baselineFrom, isRequired: true},
    },
    {
      ...field('baselineTo', 'Baseline until, not included'),
      ...{input: 'date', value: action.baselineTo, isRequired: true},
    },
    {
      ...field('effortDays', 'Effort, days'),
      ...{input: 'number', value: String(action.effortDays ?? ''), min: '0'},
    },
    {
      ...field('cost', 'Cost'),
      ...{input: 'number', value: String(action.cost ?? ''), min: '0'},
    },
    {...field('notes', 'Notes'), input: 'long text', value: action.notes},
  ];
}

/** A review that it was decided in; nothing where no pack was published. */
export function packField(packs: readonly PackReference[]): DecisionField[] {
  if (packs.length === 0) return [];
  return [
    {
      ...field('pack', 'Decided in'),
      ...{input: 'choice', value: ''},
      options: [
        {value: '', label: 'no review'},
        ...packs.map(({kind, period, version}) => ({
          value: `${kind}/${period}/v${version}`,
          label: `${kind} ${period}, version ${version}`,
        })),
      ],
    },
  ];
}

/** Every metric whose figures can be compared over time, for an action written down by hand. */
export function metricField({metrics}: Catalogue): DecisionField {
  return {
    ...field('metric', 'Measure'),
    ...{input: 'choice', value: 'sla_resolution', isRequired: true},
    options: metrics.map(({id, label}) => ({value: id, label})),
  };
}

export function field(name: string, label: string): DecisionField {
  return {name, label, input: 'text', isRequired: false, value: ''};
}
