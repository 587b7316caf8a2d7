/** A form that decides something about a problem candidate: a plain one, sent by POST. */
export interface DecisionForm {
  task: string;
  /** The key that opens it; empty for none. */
  key: string;
  /** Where it is sent, if not where the others are. */
  action?: string;
  summary: string;
  explanation: string;
  fields: DecisionField[];
  submit: string;
}

export interface DecisionField {
  name: string;
  label: string;
  input: 'text' | 'date' | 'number';
  isRequired: boolean;
  value: string;
  /** Of a number or a day. */
  min?: string;
  max?: string;
  /** What the browser may fill in. */
  autocomplete?: string;
}
