import type {Cell} from './resolved-table.ts';

/** Labelled facts about one thing: an incident. */
export interface FactsBlock {
  kind: 'facts';
  id: string;
  title: string;
  items: {label: string; cell: Cell}[];
}
