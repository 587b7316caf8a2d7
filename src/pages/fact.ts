import type {Signal} from '../metrics/behaviour-chart.ts';

/** A piece of a sentence; `href` leads to the incidents or page it was computed from. */
export interface Fact {
  text: string;
  href?: string;
  signal?: Signal;
  /** Says nothing where there are no links: left out of packs. */
  isOnlyLink?: true;
}
