import {formatValue} from '../charts/format.ts';
import {t} from '../wording/t.ts';

/** What a duration is less than, as a sentence has it: `4.3 h`, and never `0 min`. */
export function lessThanText(hours: number | null | undefined): string {
  return hours != null && hours < 1 / 60 ? t`a minute` : formatValue(hours, 'hours');
}
