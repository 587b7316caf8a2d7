import {shortMonth} from '../charts/format-period.ts';

const noBreak = '\u00a0';

/** `21 Mar 2016, 09:12`: an instant in a table, where the zone stands at the head of the page. */
export function shortInstant(instant: Date | null, zone: string): string {
  if (instant === null) return '–';
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const month = shortMonth(Number(part('month')) - 1);
  const day = [Number(part('day')), month, part('year')].join(noBreak);
  return `${day},${noBreak}${part('hour')}:${part('minute')}`;
}
