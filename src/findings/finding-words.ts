import {formatNumber, formatValue} from '../charts/format.ts';
import type {Piece, RowsOf} from './finding.ts';
import {t} from '../wording/t.ts';
import {fill} from '../wording/fill.ts';
import {wordingOf} from '../wording/language.ts';

/** `12.3 %`. */
export function shareText(share: number): string {
  return formatValue(share, 'share');
}

/** `2.4 times`; beyond ten without decimals. */
export function timesText(ratio: number): string {
  return t`${formatNumber(ratio, ratio < 10 ? 1 : 0)} times`;
}

/** `2.4 times as often as elsewhere`; `never elsewhere` where it is. */
export function oftenText(ratio: number): string {
  return Number.isFinite(ratio)
    ? t`${timesText(ratio)} as often as elsewhere`
    : t`and hardly ever elsewhere`;
}

/** `1 incident`, `1,284 incidents`. */
export function countText(count: number, noun: string): string {
  const wording = wordingOf(`{0} ${noun}s`);
  if (wording !== undefined) return fill(wording, [formatNumber(count)]);
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a value of a dimension is called in a sentence. */
export function partName(part: string | null, unnamed = t`no group`): string {
  return part === null || part === '' ? unnamed : part;
}

/** `a, b and c`. */
export function listText(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return t`${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A piece of a sentence that is a link to the incidents it counts. */
export function linked(text: string, rows: RowsOf): Piece {
  return {text, rows};
}

/** A sentence that is there for its link. */
export function onlyLinked(text: string, rows: RowsOf): Piece[] {
  const link = {isOnlyLink: true} as const;
  return [
    {text: ' ', ...link},
    {text, rows, ...link},
    {text: '.', ...link},
  ];
}

export function plain(text: string): Piece {
  return {text};
}
