/** A form that decides something about a problem candidate or an action: a plain one, sent by POST. */
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
  input: 'text' | 'long text' | 'date' | 'number' | 'choice';
  /** Of a choice. */
  options?: {value: string; label: string}[];
  isRequired: boolean;
  value: string;
  /** Of a number or a day. */
  min?: string;
  max?: string;
  /** What the browser may fill in. */
  autocomplete?: string;
}
