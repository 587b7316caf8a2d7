import {recordFields} from './canonical-fields.ts';
import type {ColumnProfile} from './profile-columns.ts';
import type {DateEvidence} from './propose-dates.ts';
import {isYesOrNo, priorityOf, recordTypeOf, statusOf, type ValueGuess} from './propose-values.ts';

/** A column with everything its values tell. */
export interface ColumnEvidence extends ColumnProfile {
  dates: DateEvidence | null;
}

/** How far the values of a column allow a field, 0–1, and what speaks for it on its own. */
export interface Fit {
  /** Multiplies what the header says; 0 rules the field out. */
  factor: number;
  /** What the values alone are worth when the header says nothing. */
  alone: number;
  why: string | null;
}

const no: Fit = {factor: 0, alone: 0, why: null};
const plain: Fit = {factor: 1, alone: 0, why: null};

/** Columns with more different values than this are no fixed set. */
const mostMembers = 60;

/** Judges a column's values for a field of landing.record_version. */
export function fitOf(field: string, column: ColumnEvidence): Fit {
  // An empty column with a clear name may fill up in the next export.
  if (column.filledCount === 0) return {factor: 0.7, alone: 0, why: 'empty in this file'};
  const type = recordFields[field as keyof typeof recordFields];
  if (type === 'instant') return column.dates ? plain : no;
  if (column.dates || holdsJson(column)) return no;
  if (type === 'flag') return yesNoShare(column) >= 0.95 ? plain : no;
  if (type === 'count') return column.integerShare >= 0.95 ? plain : no;
  if (type === 'number') return column.numberShare >= 0.9 ? plain : no;
  return (textFits[field] ?? freeText)(column);
}

const textFits: Record<string, (column: ColumnEvidence) => Fit> = {
  record_id: identifier,
  number: (column) => {
    const fit = identifier(column);
    // A pattern such as INC0012345 is what people quote; a bare unique number may be anything.
    const alone = uniqueShare(column) > 0.98 && column.identifierShare > 0.95 ? 0.6 : 0;
    return {...fit, alone, why: fit.why};
  },
  status: (column) => worded(column, statusOf, {alone: 0.75, unknown: 0.6}),
  priority: (column) => worded(column, priorityOf, {alone: 0.6, unknown: 0.8}),
  record_type: (column) => worded(column, recordTypeOf, {alone: 0.6, unknown: 0.6}),
  impact: smallSet,
  urgency: smallSet,
  tier: smallSet,
  category: grouping,
  subcategory: grouping,
  service: grouping,
  channel: grouping,
  location: grouping,
  assignment_group: (column) => (column.longest > 120 ? no : grouping(column)),
  resolution_code: grouping,
  assignee: person,
  requester: person,
  title: (column) =>
    column.meanWords >= 2.5 && uniqueShare(column) > 0.3 && column.longest <= 400
      ? {factor: 1, alone: 0.5, why: 'free text of one line'}
      : {factor: isMostlyNumbers(column) ? 0.3 : 0.8, alone: 0, why: null},
  description: (column) =>
    column.meanWords >= 6
      ? {factor: 1, alone: column.meanWords >= 12 ? 0.48 : 0, why: 'longer free text'}
      : {factor: isMostlyNumbers(column) ? 0.3 : 0.8, alone: 0, why: null},
};

function freeText(column: ColumnEvidence): Fit {
  // "Knowledge: true" is a flag, no article.
  return column.longest > 2000 || yesNoShare(column) === 1 ? no : plain;
}

function identifier(column: ColumnEvidence): Fit {
  const unique = uniqueShare(column);
  if (column.meanWords > 3 || column.filledCount < column.rowCount * 0.9) return no;
  if (unique > 0.98) return {factor: 1, alone: 0, why: 'a different value in every row'};
  // A log repeats its records, so an identifier need not be unique; it must look like one.
  if (column.identifierShare > 0.95 || column.integerShare > 0.95) {
    return {factor: unique > 0.02 ? 0.9 : 0.3, alone: 0, why: 'looks like an identifier'};
  }
  return {factor: 0.3, alone: 0, why: null};
}

function worded(
  column: ColumnEvidence,
  guess: (value: string) => ValueGuess | null,
  {alone, unknown}: {alone: number; unknown: number},
): Fit {
  if (column.distinctCount > mostMembers || column.meanWords > 6) return no;
  const known = column.commonest.filter(({value}) => guess(value) !== null);
  const sure = known.filter(({value}) => guess(value)!.sureness === 1);
  const knownShare = known.length / column.commonest.length;
  const meanings = new Set(sure.map(({value}) => guess(value)!.meaning));
  const isTelling = meanings.size >= 2 && sure.length / column.commonest.length >= 0.6;
  return {
    factor: unknown + (1 - unknown) * knownShare,
    alone: isTelling ? alone : 0,
    why: isTelling
      ? `its values read like it: ${quoted(sure.slice(0, 3).map(({value}) => value))}`
      : null,
  };
}

function smallSet(column: ColumnEvidence): Fit {
  return column.distinctCount <= mostMembers && column.meanWords <= 6 ? plain : no;
}

function grouping(column: ColumnEvidence): Fit {
  if (column.meanWords > 8 || column.longest > 300) return no;
  const isSpread = column.filledCount > 50 && uniqueShare(column) > 0.8;
  return {factor: isSpread ? 0.5 : 1, alone: 0, why: null};
}

function person(column: ColumnEvidence): Fit {
  if (column.meanWords > 6 || column.longest > 200) return no;
  const looksLikeOne = column.personShare > 0.7 || column.emailShare > 0.7;
  return looksLikeOne ? {factor: 1, alone: 0, why: 'reads like people'} : {...plain, factor: 0.9};
}

/** Structures that were written into cells. */
export function holdsJson(column: ColumnEvidence): boolean {
  return column.samples.length > 0 && column.samples.every((value) => /^[{[]/.test(value));
}

function isMostlyNumbers(column: ColumnEvidence): boolean {
  return column.numberShare > 0.9;
}

function uniqueShare(column: ColumnEvidence): number {
  return column.filledCount === 0 ? 0 : column.distinctCount / column.filledCount;
}

function yesNoShare(column: ColumnEvidence): number {
  const known = column.commonest.filter(({value}) => isYesOrNo(value));
  return column.distinctCount > 4 ? 0 : known.length / Math.max(1, column.commonest.length);
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `“${value}”`).join(', ');
}
