import type {ValueMap} from './connector.ts';
import type {ColumnProfile} from './profile-columns.ts';
import {priorityOf, recordTypeOf, statusOf} from './propose-values.ts';
import {comparableWords} from './propose-words.ts';

export interface UnplacedValue {
  field: string;
  value: string;
  rowCount: number;
}

/** A value map with what it leaves open. */
export interface ProposedMap {
  values: ValueMap;
  unplaced: UnplacedValue[];
  questions: string[];
}

/** Statuses from their words. Values that only a person can read stay out of the map. */
export function proposeStatuses(column: ColumnProfile): ProposedMap {
  const guessed = guesses(column, 'status', (value) => statusOf(value)?.meaning ?? null);
  const meanings = new Set(guessed.known.values());
  // "Open" beside "New" is work under way, unless a third value says that more plainly.
  const isOpenWork = hasNewBesideOpen(guessed.known) && !meanings.has('in_progress');
  const values: ValueMap = {};
  for (const [value, meaning] of guessed.known) {
    const isOpen = isOpenWork && isOpenWord(value);
    const status = isOpen ? 'in_progress' : meaning;
    values[value] = status === 'on_hold' ? {is: status, stops_clock: true} : status;
  }
  const held = [...guessed.known].filter(([, meaning]) => meaning === 'on_hold');
  const questions = guessed.unplaced.map(
    ({value, rowCount}) =>
      `What does the status “${value}” mean (${rowsText(rowCount)})? Until it is mapped it counts as unknown.`,
  );
  if (held.length > 0) {
    const names = held.map(([value]) => `“${value}”`).join(', ');
    questions.push(`Does the SLA clock stop during ${names}? The proposal says yes (stops_clock).`);
  }
  if (!meanings.has('resolved') && !meanings.has('closed'))
    questions.push('Which status means that an incident is resolved? None of those found does.');
  return {values, unplaced: guessed.unplaced, questions};
}

/** What the levels of a priority column tell about their direction, from the times beside them. */
export interface PriorityTimes {
  /** Median hours to resolve per raw value. */
  medianHours: ReadonlyMap<string, number>;
}

/** Priorities from their words, or from numbers with evidence which end is the urgent one. */
export function proposePriorities(column: ColumnProfile, times: PriorityTimes): ProposedMap {
  const numbers = column.commonest.map(({value}) => value);
  if (numbers.length > 0 && numbers.every((value) => /^\d$/.test(value)))
    return numberedPriorities(column, times);
  const guessed = guesses(column, 'priority', (value) => priorityOf(value)?.meaning ?? null);
  const values: ValueMap = Object.fromEntries(guessed.known);
  const questions = guessed.unplaced.map(
    ({value, rowCount}) => `Which priority, P1 to P5, is “${value}” (${rowsText(rowCount)})?`,
  );
  const used = new Set(guessed.known.values());
  if (used.size > 0 && !used.has('P1')) {
    const [top] = [...guessed.known].filter(([, meaning]) => meaning === 'P2');
    const named = top ? `“${top[0]}” is read as P2` : 'none of the levels found';
    questions.push(`No priority is read as P1 (${named}). Is that so?`);
  }
  return {values, unplaced: guessed.unplaced, questions};
}

/** Request, incident, problem and change from their words. */
export function proposeRecordTypes(column: ColumnProfile): ProposedMap {
  const guessed = guesses(column, 'record_type', (value) => recordTypeOf(value)?.meaning ?? null);
  const questions = guessed.unplaced.map(
    ({value, rowCount}) =>
      `Is “${value}” (${rowsText(rowCount)}) an incident, a request, a problem, a change or other?`,
  );
  return {values: Object.fromEntries(guessed.known), unplaced: guessed.unplaced, questions};
}

function numberedPriorities(column: ColumnProfile, {medianHours}: PriorityTimes): ProposedMap {
  const levels = column.commonest
    .map(({value}) => value)
    .filter((value) => value !== '0')
    .sort();
  const low = levels[0]!;
  const high = levels.at(-1)!;
  const [lowHours, highHours] = [medianHours.get(low), medianHours.get(high)];
  const ratio = lowHours && highHours ? highHours / lowHours : 1;
  const isReversed = ratio < 1 / 1.5;
  const top = Number(high);
  const values: ValueMap = {};
  for (const level of levels) {
    const rank = isReversed ? top + 1 - Number(level) : Number(level);
    values[level] = `P${Math.min(5, Math.max(1, rank))}`;
  }
  const urgent = isReversed ? high : low;
  const evidence =
    ratio === 1
      ? 'nothing in the file tells'
      : `“${low}” takes a median ${hours(lowHours!)} to resolve, “${high}” ${hours(highHours!)}`;
  const isProven = ratio > 1.5 || isReversed;
  const question = `Is ${urgent} the most urgent priority? The proposal says so (${evidence}).`;
  const zero = column.commonest.find(({value}) => value === '0');
  return {
    values,
    unplaced: zero ? [{field: 'priority', value: '0', rowCount: zero.count}] : [],
    questions: isProven && !isReversed ? [] : [question],
  };
}

interface Guesses {
  known: Map<string, string>;
  unplaced: UnplacedValue[];
}

function guesses(
  column: ColumnProfile,
  field: string,
  meaningOf: (value: string) => string | null,
): Guesses {
  const known = new Map<string, string>();
  const unplaced: UnplacedValue[] = [];
  for (const {value, count} of column.commonest) {
    const meaning = meaningOf(value);
    if (meaning === null) unplaced.push({field, value, rowCount: count});
    else known.set(value, meaning);
  }
  return {known, unplaced};
}

const openWords = new Set(
  ['open', 'opened', 'offen', 'ouvert', 'ouverte', 'abierto', 'abierta', 'aperto', 'aperta']
    .concat(['aberto', 'aberta', 'geopend'])
    .map(comparableWords),
);

function isOpenWord(value: string): boolean {
  return openWords.has(comparableWords(value));
}

function hasNewBesideOpen(known: ReadonlyMap<string, string>): boolean {
  const fresh = [...known].filter(([, meaning]) => meaning === 'new').map(([value]) => value);
  return fresh.some(isOpenWord) && fresh.some((value) => !isOpenWord(value));
}

function hours(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)}\u202fh`;
}

function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`;
}
