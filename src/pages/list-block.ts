import type {Fact} from './fact.ts';

export interface ListBlock {
  kind: 'list';
  id: string;
  title: string;
  /** `decide` is the washed box at the end of a page; `notes` is small print. */
  tone: 'decide' | 'notes';
  items: {lead: string; text: Fact[]}[];
}
