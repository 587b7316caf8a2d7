import {formatPeriod} from '../charts/format-period.ts';
import {formatNumber, formatValue} from '../charts/format.ts';
import type {LastRestatement} from '../metrics/last-restatement.ts';
import {isComparable, type MovedFigure} from '../metrics/restated.ts';
import {printable} from './terminal.ts';
import {aligned, counted} from './wording.ts';

/** Figures of complete months that a build moved; none before it, no line. */
export function movedText(last: LastRestatement | null, {most}: {most: number}): string {
  if (!last) return '';
  const {told, catalogue} = last;
  if (!isComparable(told)) return `${told.incomparable}\n`;
  const {moved, before, monthCount} = told;
  if (monthCount === 0) return '';
  if (moved.length === 0)
    return `No figure of the ${counted(monthCount, 'complete month')} moved since build ${before}.\n`;
  const shown = mostMoved(moved, most);
  const rows = shown.map((figure) => {
    const {label, unit} = catalogue.get(figure.metric);
    const value = (one: number | null) => (one === null ? 'none' : formatValue(one, unit));
    const {before: was, after: is, nBefore, nAfter} = figure;
    const n =
      nBefore === nAfter
        ? `n ${formatNumber(nAfter)}`
        : `n ${formatNumber(nBefore)} → ${formatNumber(nAfter)}`;
    return [formatPeriod(figure.period), label, `${value(was)} → ${value(is)}`, n].map(printable);
  });
  const rest = moved.length - shown.length;
  return [
    `${counted(moved.length, 'figure')} of complete months moved since build ${before}:`,
    aligned(rows),
    ...(rest > 0 ? [`  … and ${rest} more: the data page and --json have them all`] : []),
    '',
  ].join('\n');
}

/** For programs: every figure that moved, in full precision. */
export function movedJson(last: LastRestatement | null): object | null {
  if (!last) return null;
  const {told} = last;
  const builds = {build: told.build, before: told.before};
  if (!isComparable(told)) return {...builds, incomparable: told.incomparable};
  return {...builds, monthCount: told.monthCount, figures: told.moved};
}

/** Those that moved most for their size, in the order of their months. */
function mostMoved(moved: readonly MovedFigure[], most: number): readonly MovedFigure[] {
  if (moved.length <= most) return moved;
  const kept = new Set([...moved].sort((a, b) => extent(b) - extent(a)).slice(0, most));
  return moved.filter((figure) => kept.has(figure));
}

/** The share of the larger value by which a figure moved; one that came or went moved wholly. */
function extent({before, after}: MovedFigure): number {
  if (before === after) return 0;
  if (before === null || after === null) return 1;
  return Math.abs(after - before) / Math.max(Math.abs(before), Math.abs(after));
}
