import {formatValue} from '../charts/format.ts';
import type {Unit} from '../metrics/metric.ts';
import {t} from '../wording/t.ts';

/** A value or that there was none. */
export function figureValueText(value: number | null, unit: Unit): string {
  return value === null ? t`none` : formatValue(value, unit);
}
