import {grouped, rowCount} from './count-words.ts';

/** Where tools and spreadsheets whose own limit is not known stop, the header not counted. */
const roundCaps = [
  1000, 2000, 5000, 10_000, 15_000, 20_000, 25_000, 30_000, 32_000, 50_000, 65_535, 100_000,
  1_048_575,
];

/** @param cap where the tool cuts this export off, as its connector says */
export function cutOff(rowsRead: number, cap: number | undefined): string[] {
  const remedy = 'Export in smaller pieces; overlaps do no harm.';
  if (rowsRead === cap)
    return [
      `Exactly ${rowCount(rowsRead)}, where the tool cuts exports off: it is probably not all. ${remedy}`,
    ];
  if (cap !== undefined || !roundCaps.includes(rowsRead)) return [];
  return [
    `Exactly ${grouped(rowsRead)} rows, a number at which many tools cut exports off silently: check that it is all. ${remedy}`,
  ];
}
