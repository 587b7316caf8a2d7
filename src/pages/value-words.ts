import {translated} from '../wording/t.ts';
import {bandText} from './resolve-distribution.ts';
import {weekdays} from './resolve-heat-map.ts';

/** A value of a dimension as people say it: columns hold `2 Tue`, and bands by the hours they begin at. */
export function valueWords(dimension: string, value: string): string {
  if (value === '') return 'not filled';
  if (dimension === 'resolve_band') return bandText(Number(value));
  if (dimension === 'opened_weekday')
    return translated(weekdays[Number(value.charAt(0)) - 1] ?? value);
  if (dimension === 'opened_hour') return `${value.padStart(2, '0')}:00`;
  return value;
}
