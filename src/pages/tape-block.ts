import type {Fact} from './fact.ts';
import type {ResolvedTable} from './resolved-table.ts';

/** Time spans on one axis, a lane each for status, holder and clocks: the clock tape. */
export interface TapeBlock {
  kind: 'tape';
  id: string;
  title: string;
  subtitle: string;
  lanes: TapeLane[];
  /** Instants worth a mark on the axis; `at` is 0–1 of the tape's length. */
  marks: {at: number; label: string}[];
  note: Fact[];
  table: ResolvedTable;
}

export interface TapeLane {
  label: string;
  /** `from` and `to` are 0–1 of the tape's length. */
  spans: {from: number; to: number; tone: TapeTone; text: string; title: string}[];
}

export type TapeTone = 'plain' | 'other' | 'counted' | 'paused' | 'outside' | 'breached';
