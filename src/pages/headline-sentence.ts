import type {Rule} from '../metrics/signal-rules.ts';
import type {Kpi} from './kpi.ts';
import {subjectOf} from './subject.ts';
import {phrase, t, translated} from '../wording/t.ts';
import {countOf} from './count-of.ts';
import {thisPeriod} from './grain-words.ts';

/** How many findings one headline can carry and still be read. */
const mostClauses = 2;

/**
 * What the period's figures say, in one or two sentences: which left what is usual, worse ones first,
 * or that none did. Made of verdicts only.
 * @param grain `week` or `month`, for "this week"
 */
export function headlineSentence(kpis: readonly Kpi[], grain: 'week' | 'month'): string {
  const shown = kpis.filter(({current}) => current.value !== null);
  if (shown.length === 0) return t`There are no incidents to speak of ${thisPeriod(grain)}.`;
  if (shown.every(({current}) => !current.isComplete)) return stillRunning(grain);
  const judged = shown.filter(({point}) => point !== null && point.signal !== 'too few');
  if (judged.length === 0)
    return t`There is too little history to say what is usual ${thisPeriod(grain)}.`;
  const standing = judged.filter(standsOut).sort(worseFirst);
  if (standing.length === 0) return t`Nothing left its usual range ${thisPeriod(grain)}.`;
  return standingSentence(standing, judged.length, grain);
}

function stillRunning(grain: string): string {
  return grain === 'week'
    ? t`This week is still running: its figures are provisional and are not judged yet.`
    : t`This month is still running: its figures are provisional and are not judged yet.`;
}

function standingSentence(standing: Kpi[], judgedCount: number, grain: 'week' | 'month'): string {
  const groups = [
    ...groupedBy(standing, (kpi) => `${kpi.point?.signal} ${phraseOf(kpi, grain)}`).values(),
  ];
  const told = groups.slice(0, mostClauses);
  const clauses = told.map((group) => clauseOf(group, grain));
  const untold = standing.length - told.flat().length;
  const others = judgedCount - standing.length;
  const ending = endingOf(untold, others);
  return `${capitalised(clauses.join(t`; `))}${ending}`;
}

function endingOf(untold: number, others: number): string {
  if (untold === 1) return t`. One other figure left what is usual.`;
  if (untold > 1) return t`. ${capitalised(countWord(untold))} other figures left what is usual.`;
  if (others === 0) return '.';
  return others === 1
    ? t`. One other figure varied as usual.`
    : t`. Everything else varied as usual.`;
}

/** Something to say: a judged point that is not common variation. */
export function standsOut({point, current}: Kpi): boolean {
  return point !== null && point.side !== null && current.value !== null;
}

const order = {worse: 0, none: 1, better: 2, common: 3, 'too few': 4};
const ruleOrder: readonly Rule[] = ['outside', 'run', 'trend', 'two of three'];

/** Worse before better, outside before the weaker rules; otherwise the page's own order. */
export function worseFirst(a: Kpi, b: Kpi): number {
  const bySignal = order[a.point?.signal ?? 'too few'] - order[b.point?.signal ?? 'too few'];
  return bySignal || ruleRank(a) - ruleRank(b);
}

function ruleRank({point}: Kpi): number {
  const index = ruleOrder.indexOf(point?.rules[0] ?? 'two of three');
  return index < 0 ? ruleOrder.length : index;
}

function clauseOf(group: Kpi[], grain: 'week' | 'month'): string {
  const subjects = joined(group.map(subjectOf));
  return `${subjects} ${phraseOf(group[0]!, grain, group.length > 1)}`;
}

/** The predicate: `fell below its usual range for the second week`. */
export function phraseOf(kpi: Kpi, grain: 'week' | 'month', areSeveral = false): string {
  const {point} = kpi;
  const isAbove = point?.side === 'above';
  const times = {grain, isAbove, areSeveral};
  switch (point?.rules[0]) {
    case 'run':
      return runPhrase(times);
    case 'trend':
      return trendPhrase(times);
    case 'two of three':
      return nearPhrase(times);
    default:
      return outsidePhrase(times, timesOutside(kpi));
  }
}

interface Predicate {
  grain: 'week' | 'month';
  isAbove: boolean;
  areSeveral: boolean;
}

function runPhrase({grain, isAbove, areSeveral}: Predicate): string {
  const seven = sevenPeriods(grain);
  if (isAbove)
    return areSeveral
      ? t`have stayed above their average for ${seven} or more`
      : t`has stayed above its average for ${seven} or more`;
  return areSeveral
    ? t`have stayed below their average for ${seven} or more`
    : t`has stayed below its average for ${seven} or more`;
}

function trendPhrase({grain, isAbove, areSeveral}: Predicate): string {
  const seven = sevenPeriods(grain);
  if (isAbove) return areSeveral ? t`have risen for ${seven}` : t`has risen for ${seven}`;
  return areSeveral ? t`have fallen for ${seven}` : t`has fallen for ${seven}`;
}

function nearPhrase({grain, isAbove, areSeveral}: Predicate): string {
  const three = grain === 'week' ? t`three weeks` : t`three months`;
  if (isAbove)
    return areSeveral
      ? t`came near the upper end of their usual range twice in ${three}`
      : t`came near the upper end of its usual range twice in ${three}`;
  return areSeveral
    ? t`came near the lower end of their usual range twice in ${three}`
    : t`came near the lower end of its usual range twice in ${three}`;
}

function outsidePhrase({grain, isAbove, areSeveral}: Predicate, times: number): string {
  if (times > 1) {
    const which = translated(ordinals[times] ?? `${times}th`);
    const row =
      grain === 'week' ? t`for the ${which} week in a row` : t`for the ${which} month in a row`;
    if (isAbove)
      return areSeveral
        ? t`were above their usual range ${row}`
        : t`was above its usual range ${row}`;
    return areSeveral
      ? t`were below their usual range ${row}`
      : t`was below its usual range ${row}`;
  }
  if (isAbove) return areSeveral ? t`rose above their usual range` : t`rose above its usual range`;
  return areSeveral ? t`fell below their usual range` : t`fell below its usual range`;
}

function sevenPeriods(grain: 'week' | 'month'): string {
  return grain === 'week' ? t`seven weeks` : t`seven months`;
}

/** For how many periods in a row, this one included, it has been outside on the same side. */
function timesOutside({chart, point}: Kpi): number {
  let count = 0;
  for (const each of [...chart.points].reverse()) {
    if (each.side !== point?.side || !each.rules.includes('outside')) break;
    count += 1;
  }
  return count;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a, b and c`. */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return t`${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** `1 file`, `1,284 files`; the plural is looked up as `{0} files`. */
export function counted(count: number, noun: string): string {
  return countOf(count, noun, `${noun}s`);
}

const numbers = [
  ...[phrase`no`, phrase`one`, phrase`two`, phrase`three`, phrase`four`, phrase`five`],
  ...[phrase`six`, phrase`seven`, phrase`eight`, phrase`nine`],
];

export function countWord(count: number): string {
  return translated(numbers[count] ?? String(count));
}

const ordinals = [
  ...['', '', phrase`second`, phrase`third`, phrase`fourth`, phrase`fifth`, phrase`sixth`],
  ...[phrase`seventh`, phrase`eighth`],
];

// Map.groupBy came with Node 21.
function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
