import type {Cell} from './resolved-table.ts';

/** What incidents have in common, a short list a field. */
export interface ValuesBlock {
  kind: 'values';
  id: string;
  title: string;
  subtitle: string;
  groups: {title: string; note: string; rows: {label: Cell; count: Cell}[]}[];
}
