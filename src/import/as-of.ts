import {Temporal} from 'temporal-polyfill';
import {UserError} from '../base/user-error.ts';

/**
 * When files were exported, as a person writes it: `2024-03-31T18:00Z`, the same without zone in `zone`, or a
 * date, which means the end of that day.
 * @throws UserError when it is no time
 */
export function asOfInstant(text: string, zone: string): Date {
  const written = text.trim().replace(' ', 'T');
  try {
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(written))
      return new Date(Temporal.Instant.from(written).epochMilliseconds);
    const isDay = !written.includes('T');
    const local = isDay
      ? Temporal.PlainDate.from(written).add({days: 1}).toZonedDateTime(zone)
      : Temporal.PlainDateTime.from(written).toZonedDateTime(zone);
    return new Date(local.epochMilliseconds);
  } catch {
    throw new UserError(
      `“${text}” is no time of export that can be read.`,
      'Write it as 2024-03-31, 2024-03-31T18:00 or 2024-03-31T18:00Z.',
    );
  }
}
