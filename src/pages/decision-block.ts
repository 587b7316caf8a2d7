import type {DecisionForm} from './decision-form.ts';
import type {Fact} from './fact.ts';

/** What is decided about a candidate or an action, and the forms to decide otherwise: plain ones, sent by POST. */
export interface DecisionBlock {
  kind: 'decision';
  id: string;
  title: string;
  /** Who decided it, when and why; what is about to change. */
  state: Fact[];
  /** Where the forms are sent. */
  action: string;
  /** Of the decision that is shown: somebody else's later one is not overwritten. */
  version: number;
  forms: DecisionForm[];
  /** Those before and after it, and the next without a decision. */
  walk: {label: string; href: string; rel: 'prev' | 'next' | 'undecided'}[];
  /** What the others are called, and where they are listed. */
  of: {others: string; list: string};
  /** What it can be taken away as. */
  exports: {title: string; files: {label: string; href: string}[]} | null;
  /** What else can be done about it, elsewhere. */
  links?: {label: string; href: string}[];
}

/** A form that writes something down, all of it to see: a plain one, sent by POST. */
export interface WriteBlock extends Pick<DecisionBlock, 'id' | 'title' | 'state' | 'action'> {
  kind: 'write';
  hidden: [string, string][];
  fields: DecisionForm['fields'];
  submit: string;
}
