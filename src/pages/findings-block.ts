import type {Fact} from './fact.ts';
import type {Download} from './table-block.ts';

/** What is worth a sentence in the period: what is news in full, the rest in a line. */
export interface FindingsBlock {
  kind: 'findings';
  id: string;
  title: string;
  /** How many there are, and how they are ranked. */
  subtitle: string;
  items: ResolvedFinding[];
  /** Told a period ago too, as large as now. */
  known: ResolvedFinding[];
  note: Fact[];
  downloads: Download[];
  /** They are being looked for: the page is drawn again when they are there. */
  isPending?: true;
}

export interface ResolvedFinding {
  /** The same from period to period. */
  key: string;
  /** Anchor on the page. */
  id: string;
  title: string;
  text: Fact[];
  /** `n = 116 · since 3 Aug 2026`. */
  evidence: string;
  news: 'new' | 'changed' | 'known';
  /** `new this week`, `changed: 12.1 % a week ago`. */
  newsText: string;
  suggestion: string;
  /** Where an action is proposed from it; null where none is. */
  propose: {label: string; href: string; isOnlyLink?: true} | null;
}
