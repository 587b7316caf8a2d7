import type {DecisionForm} from './decision-form.ts';
import type {MarkedText} from './examples-block.ts';
import type {Fact} from './fact.ts';
import type {Cell} from './resolved-table.ts';

/** How a candidate is worded, with a form that splits chosen wordings off. */
export interface WordingsBlock {
  kind: 'wordings';
  id: string;
  title: string;
  subtitle: string;
  action: string;
  rows: {
    key: string;
    wording: MarkedText[];
    count: Cell;
    typicality: Cell;
    seen: string;
    /** Why it can't be chosen; null where it can. */
    state: string | null;
  }[];
  /** Absent where there is nothing to split. */
  form: Pick<DecisionForm, 'summary' | 'explanation' | 'fields' | 'submit'> | null;
  note: Fact[];
}
