import type {ResolvedPage} from '../pages/resolved-page.ts';
import type {Language} from '../wording/language.ts';

export const packKinds = ['weekly', 'monthly'] as const;
export type PackKind = (typeof packKinds)[number];

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
  kind: PackKind;
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
  /** Key figures that read otherwise than in the version before; empty for the first. */
  restated: Restatement[];
  page: ResolvedPage;
}
