import {formatDay} from '../../charts/format-period.ts';
import {formatValue} from '../../charts/format.ts';
import type {Datum, Quantity} from '../data/data-table.ts';

/** A datum as people read it. */
export function datumText(datum: Datum): string {
  if (datum === null) return '–';
  if (typeof datum === 'string') return datum;
  if ('value' in datum) return datum.printed ?? quantityText(datum);
  const [day = '', time] = datum.shown.split('T');
  return time === undefined ? formatDay(day) : `${formatDay(day)}, ${time}`;
}

/** Points are read from a page only, which printed them. */
function quantityText({value, unit}: Quantity): string {
  return unit === 'points' ? '–' : formatValue(value, unit);
}
