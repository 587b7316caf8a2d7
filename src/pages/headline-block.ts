import type {Fact} from './fact.ts';

export interface HeadlineBlock {
  kind: 'headline';
  text: string;
  /** Runs of text, one paragraph. */
  lede: Fact[];
  /** Where on a long page what is: anchors. */
  contents?: {label: string; href: string}[];
  /** The same, in groups with a name each. */
  index?: {label: string; links: {label: string; href: string}[]}[];
}
