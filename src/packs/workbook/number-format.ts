import type {Quantity} from '../data/data-table.ts';
import type {Unit} from '../../metrics/metric.ts';
import {t} from '../../wording/t.ts';

/** How Excel writes a number of this unit. Hours stay hours, so that a column can be added up. */
export function numberFormat({unit, value, printed = ''}: Quantity): string {
  const format = plainFormat(unit, value);
  // What is more than before says so; what is less has its sign anyway.
  return printed.startsWith('+') ? `"+"${format}` : format;
}

function plainFormat(unit: Quantity['unit'], value: number): string {
  switch (unit) {
    case 'count':
      return Number.isInteger(value) ? '#,##0' : '#,##0.0';
    case 'points':
      return `0.0" ${t`pp`}"`;
    case 'share':
      return '0.0%';
    case 'hours':
      return Math.abs(value) < 1 && value !== 0 ? '0.00" h"' : '#,##0.0" h"';
    case 'total hours':
      return Math.abs(value) < 100 ? '#,##0.0" h"' : '#,##0" h"';
    case 'days':
      return `#,##0.0" ${t`d`}"`;
    case 'mean':
      return '#,##0.00';
    default:
      return moneyFormat(unit);
  }
}

function moneyFormat(unit: Unit): string {
  const currency = unit.replace(/^money ?/, '').replaceAll('"', '');
  return currency === '' ? '#,##0.00' : `#,##0.00" ${currency}"`;
}

export const dayFormat = 'd mmm yyyy';
export const minuteFormat = 'd mmm yyyy hh:mm';
