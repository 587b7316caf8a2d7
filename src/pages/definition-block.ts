import type {Cell} from './resolved-table.ts';
import type {Download} from './table-block.ts';

/** One metric of the catalogue: how it is counted, word for word. */
export interface DefinitionBlock {
  kind: 'definition';
  id: string;
  title: string;
  /** The metric's own page, where this isn't it. */
  href?: string | undefined;
  definition: string;
  /** `isDetail` for what a list of many folds away. */
  facts: {label: string; text: string; isDetail?: boolean}[];
  /** The query, as the file has it. */
  sql: string;
  value: Cell;
  downloads: Download[];
}
