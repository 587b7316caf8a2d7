import type {Fact} from './fact.ts';
import type {ResolvedTable} from './resolved-table.ts';

export interface Download {
  label: 'CSV' | 'Arrow' | 'JSON';
  href: string;
  /** What is in it, where one figure has several. */
  of?: string;
}

export interface TableBlock {
  kind: 'table';
  id: string;
  title: string;
  subtitle: string;
  table: ResolvedTable;
  note: Fact[];
  downloads: Download[];
  /** Other ways to cut the table, as links: the address is its whole state. */
  choices?: Choice[];
  /** Only on tables longer than a page. */
  pager?: Pager;
}

export interface Choice {
  /** `By`, `Every`. */
  label: string;
  options: {label: string; href: string; isChosen: boolean}[];
}

export interface Pager {
  /** `101 – 200 of 1,284`. */
  label: string;
  previous: string | null;
  next: string | null;
}
