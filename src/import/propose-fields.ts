import {fitOf, type ColumnEvidence} from './propose-fit.ts';
import {headerScores, proposableFields} from './propose-headers.ts';

/** A column proposed for a canonical field. */
export interface Placement {
  field: string;
  column: ColumnEvidence;
  /** 0–1; below 0.7 a person should look. */
  sureness: number;
  /** Why this column, as half a sentence. */
  why: string;
}

/** What needs no comment beside the field. */
export const plainReason = 'its header says so';

/** Below this a column is left unmapped rather than guessed. */
const leastSureness = 0.42;

/**
 * Gives every canonical field its likeliest column, surest pairs first; a column serves one field.
 * Headers count most, values can rule a pair out or speak where the header is silent.
 */
export function placeColumns(columns: readonly ColumnEvidence[]): Placement[] {
  const pairs = columns.flatMap(pairsOf).sort(bySureness);
  const placed: Placement[] = [];
  for (const pair of pairs) {
    const isTaken = placed.some(
      ({field, column}) => field === pair.field || column.position === pair.column.position,
    );
    if (!isTaken && pair.sureness >= leastSureness) placed.push(pair);
  }
  const order = (field: string) => proposableFields.indexOf(field);
  return placed.sort((a, b) => order(a.field) - order(b.field));
}

function pairsOf(column: ColumnEvidence): Placement[] {
  const scores = headerScores(column.header);
  return proposableFields.flatMap((field) => {
    const named = scores.get(field) ?? 0;
    const {factor, alone, why} = fitOf(field, column);
    const byName = named * factor;
    const sureness = byName === 0 ? alone : Math.min(1, byName + alone * 0.1);
    if (sureness === 0) return [];
    const reasons = [named === 0 ? null : nameReason(named), why].filter(Boolean);
    return [{field, column, sureness, why: reasons.join('; ')}];
  });
}

function nameReason(named: number): string {
  if (named >= 0.85) return plainReason;
  return named >= 0.6 ? 'its header is close' : 'part of its header says so';
}

function bySureness(a: Placement, b: Placement): number {
  return b.sureness - a.sureness || a.column.position - b.column.position;
}

/** The column placed for a field, if any. */
export function columnOf(
  placements: readonly Placement[],
  field: string,
): ColumnEvidence | undefined {
  return placements.find((placed) => placed.field === field)?.column;
}
