import type {Unit} from '../metrics/metric.ts';
import {locale} from '../wording/locale.ts';
import {t} from '../wording/t.ts';

/** The thin no-break space that stands before units and around dashes between numbers. */
export const thinSpace = '\u202f';

/** Heads the column of intervals: `95 % interval`. */
export function intervalLabel(): string {
  return t`95\u202f% interval`;
}

const missing = '–';
const hoursInDay = 24;
/** Durations over this many hours are told in days. */
const longestInHours = 48;

/** How numbers of one magnitude are written: `value * factor`, then the suffix. */
export interface UnitScale {
  factor: number;
  /** With its thin space, e.g. ` h`; empty for plain numbers. */
  suffix: string;
  decimals: number;
}

/**
 * The scale a number of this size is written in: minutes below an hour, hours to 48, then days.
 * Numbers that stand side by side (an interval, the ticks of an axis) share the scale of one of them.
 */
export function unitScale(unit: Unit, magnitude: number): UnitScale {
  const size = Math.abs(magnitude);
  switch (unit) {
    case 'count':
      return {factor: 1, suffix: '', decimals: 0};
    case 'share':
      return {factor: 100, suffix: `${thinSpace}%`, decimals: 1};
    case 'hours':
      return durationScale(size);
    case 'total hours':
      return {factor: 1, suffix: `${thinSpace}h`, decimals: size < 100 ? 1 : 0};
    case 'days':
      return {factor: 1, suffix: `${thinSpace}${t`d`}`, decimals: 1};
    case 'mean':
      return {factor: 1, suffix: '', decimals: size < 10 ? 2 : 1};
    default:
      return {factor: 1, suffix: currencyOf(unit), decimals: size < 100 ? 2 : 0};
  }
}

/** ` EUR`; nothing where no currency is stated. */
function currencyOf(unit: Unit): string {
  const currency = unit.replace(/^money ?/, '');
  return currency === '' ? '' : `${thinSpace}${currency}`;
}

function durationScale(hours: number): UnitScale {
  const minutes = hours * 60;
  if (Math.round(minutes) < 60)
    return {factor: 60, suffix: `${thinSpace}min`, decimals: minutes > 0 && minutes < 2 ? 1 : 0};
  if (hours <= longestInHours) return {factor: 1, suffix: `${thinSpace}h`, decimals: 1};
  return {factor: 1 / hoursInDay, suffix: `${thinSpace}${t`d`}`, decimals: 1};
}

/** A figure as people read it: `1,284`, `93.1 %`, `5.4 h`, `3.1 d`; an en dash where there is none. */
export function formatValue(value: number | null | undefined, unit: Unit): string {
  if (value == null || !Number.isFinite(value)) return missing;
  // A count may be a mean of counts or a limit: then it has one decimal.
  if (unit === 'count' && !Number.isInteger(value) && Math.abs(value) < 100)
    return formatNumber(value, 1);
  return formatIn(value, unitScale(unit, value));
}

/** A number in a scale chosen beforehand; `decimals` overrides the scale's own. */
export function formatIn(value: number, scale: UnitScale, decimals = scale.decimals): string {
  return `${formatNumber(value * scale.factor, decimals)}${scale.suffix}`;
}

/** `1,284`; `3.14` with two decimals; a true minus sign. French has `1 284` and `3,14`. */
export function formatNumber(value: number, decimals = 0): string {
  const rounded = Number(value.toFixed(Math.min(decimals, 20)));
  const text = Math.abs(rounded).toLocaleString(locale(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return rounded < 0 ? `−${text}` : text;
}

/** A change: `+63`, `−2.4 %`, `0`. A change of a share is told in percentage points. */
export function formatChange(change: number | null, unit: Unit): string {
  if (change == null || !Number.isFinite(change)) return missing;
  const text = formatValue(change, unit);
  const told = unit === 'share' ? text.replace('%', t`pp`) : text;
  return /[1-9]/.test(told) && change > 0 ? `+${told}` : told;
}

/**
 * `92.0 – 94.1`: an interval beside its value, so without the unit, and in the scale that
 * `value` (by default the upper end) is written in. Empty where there is no interval.
 */
export function formatInterval(
  low: number | null | undefined,
  high: number | null | undefined,
  unit: Unit,
  value: number | null | undefined = high,
): string {
  if (low == null || high == null) return '';
  const {factor, decimals} = unitScale(unit, value ?? high);
  const ends = [low, high].map((end) => formatNumber(end * factor, decimals));
  return ends.join(`${thinSpace}–${thinSpace}`);
}

/** `n = 1,284`, never broken over two lines. */
export function formatSize(n: number): string {
  return `n${thinSpace}=${thinSpace}${formatNumber(n)}`;
}
