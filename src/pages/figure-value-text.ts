import {formatValue} from '../charts/format.ts';
import type {Unit} from '../metrics/metric.ts';

/** A value or that there was none. */
export function figureValueText(value: number | null, unit: Unit): string {
  return value === null ? 'none' : formatValue(value, unit);
}
