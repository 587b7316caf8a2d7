import type {Rule} from '../metrics/signal-rules.ts';
import type {Kpi} from './kpi.ts';
import {subjectOf} from './subject.ts';

/** How many findings one headline can carry and still be read. */
const mostClauses = 2;

/**
 * What the period's figures say, in one or two sentences: which left what is usual, worse ones first,
 * or that none did. Made of verdicts only.
 * @param grain `week` or `month`, for "this week"
 */
export function headlineSentence(kpis: readonly Kpi[], grain: 'week' | 'month'): string {
  const shown = kpis.filter(({current}) => current.value !== null);
  if (shown.length === 0) return `There are no incidents to speak of this ${grain}.`;
  if (shown.every(({current}) => !current.isComplete)) return stillRunning(grain);
  const judged = shown.filter(({point}) => point !== null && point.signal !== 'too few');
  if (judged.length === 0) return `There is too little history to say what is usual this ${grain}.`;
  const standing = judged.filter(standsOut).sort(worseFirst);
  if (standing.length === 0) return `Nothing left its usual range this ${grain}.`;
  return standingSentence(standing, judged.length, grain);
}

function stillRunning(grain: string): string {
  return `This ${grain} is still running: its figures are provisional and are not judged yet.`;
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
  return `${capitalised(clauses.join('; '))}${ending}`;
}

function endingOf(untold: number, others: number): string {
  if (untold > 0)
    return `. ${capitalised(countWord(untold))} other ${untold === 1 ? 'figure' : 'figures'} left what is usual.`;
  if (others === 0) return '.';
  return others === 1
    ? '. One other figure varied as usual.'
    : '. Everything else varied as usual.';
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
  const subjects = group.map(subjectOf);
  const phrase = phraseOf(group[0]!, grain);
  const agreed =
    group.length === 1
      ? phrase
      : phrase.replace('its', 'their').replace(/^has /, 'have ').replace(/^was /, 'were ');
  return `${joined(subjects)} ${agreed}`;
}

/** The predicate: `fell below its usual range for the second week`. */
function phraseOf(kpi: Kpi, grain: 'week' | 'month'): string {
  const {point} = kpi;
  const isAbove = point?.side === 'above';
  switch (point?.rules[0]) {
    case 'run':
      return `has stayed ${isAbove ? 'above' : 'below'} its average for seven ${grain}s or more`;
    case 'trend':
      return `has ${isAbove ? 'risen' : 'fallen'} for seven ${grain}s`;
    case 'two of three':
      return `came near the ${isAbove ? 'upper' : 'lower'} end of its usual range twice in three ${grain}s`;
    default:
      return outsidePhrase(isAbove, timesOutside(kpi), grain);
  }
}

function outsidePhrase(isAbove: boolean, times: number, grain: string): string {
  const where = isAbove ? 'above' : 'below';
  if (times > 1) return `was ${where} its usual range for the ${ordinal(times)} ${grain} in a row`;
  return `${isAbove ? 'rose' : 'fell'} ${where} its usual range`;
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
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** `1 file`, `1,284 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export function countWord(count: number): string {
  return numbers[count] ?? String(count);
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

function ordinal(count: number): string {
  return ordinals[count] ?? `${count}th`;
}

// Map.groupBy came with Node 21.
function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
