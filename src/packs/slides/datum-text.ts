import {formatDay} from '../../charts/format-period.ts';
import {formatValue} from '../../charts/format.ts';
import type {Datum} from '../data/data-table.ts';

/** A datum as people read it. */
export function datumText(datum: Datum): string {
  if (datum === null) return '–';
  if (typeof datum === 'string') return datum;
  if ('value' in datum) return formatValue(datum.value, datum.unit);
  const [day = '', time] = datum.shown.split('T');
  return time === undefined ? formatDay(day) : `${formatDay(day)}, ${time}`;
}
