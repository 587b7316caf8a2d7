import {formatNumber, formatValue, unitScale} from '../../charts/format.ts';
import type {Unit} from '../../metrics/metric.ts';
import type {Quantity} from './data-table.ts';
import {language} from '../../wording/language.ts';

const written = /^([+−]?)(\d[\d,]*(?:\.\d+)?)(?:\s(%|pp|min|h|d))?$/;

/** How French writes the same: `1 284,5 h`, its thousands apart by a thin space, days as `j`. */
const writtenInFrench = /^([+−]?)(\d[\d\u202f]*(?:,\d+)?)(?:\s(%|pt|min|h|j))?$/;

const units: Record<string, {unit: Quantity['unit']; factor: number}> = {
  '%': {unit: 'share', factor: 0.01},
  pp: {unit: 'points', factor: 1},
  min: {unit: 'hours', factor: 1 / 60},
  h: {unit: 'hours', factor: 1},
  d: {unit: 'hours', factor: 24},
};

/** Of what a cell sorts by, the hours in one: hours themselves, milliseconds, seconds, days. */
const hoursInOne = [1, 1 / 3_600_000, 1 / 3600, 24];

/**
 * The number that a printed text stands for. `sortedBy` is taken, being exact, where it prints as the
 * text does; else the printed number is: a workbook never says anything else than the page.
 * @param text as `formatValue` writes it
 * @returns null for a text that is no number
 */
export function readQuantity(text: string, sortedBy?: number | null): Quantity | null {
  const match = readNumber(text);
  if (!match) return null;
  const {sign, digits, suffix} = match;
  const size = Number(digits);
  const printed = sign === '−' ? -size : size;
  const {unit, factor} = suffix
    ? (units[suffix] ?? {unit: 'count', factor: 1})
    : {unit: digits.includes('.') ? ('mean' as const) : ('count' as const), factor: 1};
  const exact = exactValue(text.replace(/^\+/, ''), unit, sortedBy);
  const value = exact ?? Number((printed * factor).toPrecision(12));
  // Durations of more than two days are told in days, so so many hours are a sum of them.
  const isSum = suffix === 'h' && Math.abs(value) > 48;
  return {unit: isSum ? 'total hours' : unit, value};
}

const englishSuffix: Record<string, string> = {j: 'd', pt: 'pp'};

/** Its sign, its digits as a program writes them, and its unit as English has it. */
function readNumber(text: string): {sign: string; digits: string; suffix: string} | null {
  const isFrench = language() === 'fr';
  const match = (isFrench ? writtenInFrench : written).exec(text);
  if (!match) return null;
  const [, sign = '', printed = '', suffix = ''] = match;
  if (!isFrench) return {sign, digits: printed.replaceAll(',', ''), suffix};
  const digits = printed.replaceAll('\u202f', '').replace(',', '.');
  return {sign, digits, suffix: englishSuffix[suffix] ?? suffix};
}

function exactValue(
  text: string,
  unit: Quantity['unit'],
  sortedBy: number | null | undefined,
): number | null {
  if (sortedBy == null) return null;
  if (unit === 'points')
    return text.startsWith(formatNumber(sortedBy * 100, 1)) ? sortedBy * 100 : null;
  const scales = unit === 'hours' ? hoursInOne : [1];
  const readings = scales.map((scale) => sortedBy * scale);
  // Whole hours are written as a sum, days as days: both are the same quantity.
  const asUnits: Unit[] = unit === 'hours' ? ['hours', 'total hours'] : [unit, 'count'];
  const exact = readings.find((value) => asUnits.some((each) => formatValue(value, each) === text));
  return exact ?? null;
}

/** The ends of a printed interval, in the unit of the value that it stands beside. */
export function readInterval(text: string, beside: Quantity): [Quantity, Quantity] | null {
  const ends = text.split(/\s–\s/);
  if (ends.length !== 2) return null;
  if (beside.unit === 'points') return null;
  const {factor} = unitScale(beside.unit, beside.value);
  const [low, high] = ends.map((end) => readQuantity(end));
  if (!low || !high) return null;
  // Without the digits that dividing adds.
  const inUnit = ({value}: Quantity) => Number((value / factor).toPrecision(12));
  return [
    {unit: beside.unit, value: inUnit(low)},
    {unit: beside.unit, value: inUnit(high)},
  ];
}
