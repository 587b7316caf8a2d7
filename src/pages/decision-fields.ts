import type {DecisionField} from './decision-form.ts';

export const nameField: DecisionField = {
  name: 'by',
  label: 'Your name',
  input: 'text',
  isRequired: true,
  value: '',
  autocomplete: 'name',
};

/** Said where there is more to say. */
export const whyField: DecisionField = {
  name: 'reason',
  label: 'Why (may be left empty)',
  input: 'text',
  isRequired: false,
  value: '',
};
