import type {Candidate} from '../problems/candidate.ts';
import {nameField, whyField} from './decision-fields.ts';
import {candidateHref} from './link.ts';
import type {DecisionField, DecisionForm} from './decision-form.ts';

/** A dismissed candidate comes back at half as much again, unless another factor is named. */
const usualReturnFactor = '1.5';

/**
 * The decisions that change something about a candidate, each with what it needs.
 * @param today local day, offered as the day of a fix
 */
export function decisionForms(candidate: Candidate, today: string): DecisionForm[] {
  const {status, decision, problemId} = candidate;
  const known = decision?.problemId ?? problemId ?? '';
  const all: (DecisionForm & {isOffered: boolean})[] = [
    {...watchForm, isOffered: status !== 'watching'},
    {...acceptForm(known), isOffered: status !== 'accepted' && status !== 'fixed'},
    {...dismissForm, isOffered: status !== 'dismissed' && status !== 'fixed'},
    {...fixedForm(today), isOffered: status !== 'fixed'},
    {...reopenForm, isOffered: decision !== null && decision.status !== 'new'},
  ];
  return all.filter(({isOffered}) => isOffered).map(({isOffered: _, ...form}) => form);
}

const watchForm: DecisionForm = {
  task: 'watching',
  key: 'w',
  summary: 'Watch',
  explanation: 'It stays in the list, as something somebody has an eye on.',
  fields: [nameField, whyField],
  submit: 'Watch it',
};

function acceptForm(known: string): DecisionForm {
  const number = field('problemId', 'Number of the problem record', {value: known});
  return {
    task: 'accepted',
    key: 'a',
    summary: 'Accept',
    explanation: 'A problem record stands for it: from the next build on it counts as covered.',
    fields: [nameField, number, whyField],
    submit: 'Accept it',
  };
}

const dismissForm: DecisionForm = {
  task: 'dismissed',
  key: 'd',
  summary: 'Dismiss',
  explanation: 'Not worth while. It comes back when its recent incidents outgrow those of today.',
  fields: [
    nameField,
    field('reason', 'Why'),
    field('returnFactor', 'Comes back at so many times today’s', {
      ...{input: 'number', value: usualReturnFactor},
      ...{min: '1', max: '100'},
    }),
  ],
  submit: 'Dismiss it',
};

function fixedForm(today: string): DecisionForm {
  return {
    task: 'fixed',
    key: 'f',
    summary: 'Fixed',
    explanation: 'Its curve before and after that day is compared from now on.',
    fields: [nameField, field('fixedOn', 'Fixed on', {input: 'date', value: today}), whyField],
    submit: 'It is fixed',
  };
}

const reopenForm: DecisionForm = {
  task: 'new',
  key: 'r',
  summary: 'Take back',
  explanation: 'The decision no longer holds; what was decided stays in the audit trail.',
  fields: [nameField, whyField],
  submit: 'Take it back',
};

export const mergeForm: DecisionForm = {
  task: 'merge',
  key: 'm',
  summary: 'Merge',
  explanation:
    'It is another candidate in other words: it becomes part of that with the next build.',
  fields: [nameField, field('into', 'Becomes part of, e.g. PC-12'), whyField],
  submit: 'Merge it',
};

export function unmergeForm(into: string): DecisionForm {
  return {
    task: 'unmerge',
    key: 'm',
    summary: 'Don’t merge',
    explanation: `It stands for itself again, and does not become part of ${into}.`,
    fields: [nameField, whyField],
    submit: 'Take the merge back',
  };
}

/** Of what a person merged into this one: by the next build it stands for itself again. */
export function takeOutForm(merged: string): DecisionForm {
  return {
    ...unmergeForm('this one'),
    key: '',
    action: candidateHref(merged),
    summary: `Take out ${merged}`,
    explanation: `${merged} stands for itself again from the next build on.`,
  };
}

function field(name: string, label: string, more: Partial<DecisionField> = {}): DecisionField {
  return {name, label, input: 'text', isRequired: true, value: '', ...more};
}
