import type {ResolvedPage} from '../pages/resolved-page.ts';
import type {Language} from '../wording/language.ts';

/** The packs there always are; a workspace adds its own (pack-definition.ts). */
export const packKinds = ['weekly', 'monthly'] as const;

/** A figure that an earlier version of the pack gave otherwise. */
export interface Restatement {
  label: string;
  /** As printed then and now. */
  before: string;
  after: string;
  /** Number of records then and now. */
  nBefore: number;
  nAfter: number;
}

/** A page frozen with everything needed to say where its numbers came from: `pack.json`. */
export interface Pack {
  /** `weekly`, `monthly` or the name of the workspace's own. */
  kind: string;
  /** `2016-W12` or `2016-03`. */
  period: string;
  /** 1 for the first; a later one restates. */
  version: number;
  /** ISO instant. */
  publishedAt: string;
  build: number;
  /** Of landing, settings and code: the same inputs give the same figures. */
  inputsHash: string;
  codeVersion: string;
  /** What it is written in; English where an early version doesn't say. */
  language?: Language;
  /** Files whose data is in it, by the number of their import. */
  imports: {id: number; file: string}[];
  /** What it is restricted to, for a pack of a part of the incidents. */
  filters: {label: string; values: string[]}[];
  /** How the metrics it shows are counted. */
  definitions: {id: string; label: string; definition: string}[];
  /** Key figures that read otherwise than in the version before; empty for the first. */
  restated: Restatement[];
  /** What came between the two versions, as a sentence; empty for the first. */
  restatedBecause: string;
  page: ResolvedPage;
}

/** A pack before it is known which version it becomes. */
export type FrozenPack = Omit<Pack, 'version' | 'restated' | 'restatedBecause'>;
