import {formatNumber} from '../charts/format.ts';
import {fill} from '../wording/fill.ts';
import {wordingOf} from '../wording/language.ts';

/** `1 person`, `1,284 people`: in other languages the wording of `{0} people` has both forms. */
export function countOf(count: number, one: string, many: string): string {
  const number = formatNumber(count);
  const wording = wordingOf(`{0} ${many}`);
  if (wording !== undefined) return fill(wording, [number]);
  return `${number} ${count === 1 ? one : many}`;
}
