import {Temporal} from 'temporal-polyfill';
import {UserError} from '../base/user-error.ts';

/**
 * A moment as a person writes it: `2026-10-15T12:00Z`, or in the workspace's zone `2026-10-15T12:00`,
 * `2026-10-15 12:00` or `2026-10-15` (its beginning). An hour that comes twice is the second one.
 * @throws UserError for anything else
 */
export function parseMoment(text: string, zone: string): Date {
  const written = text.trim().replace(' ', 'T');
  try {
    const hasZone = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(written);
    const milliseconds = hasZone
      ? Temporal.Instant.from(written).epochMilliseconds
      : Temporal.PlainDateTime.from(written).toZonedDateTime(zone, {disambiguation: 'later'})
          .epochMilliseconds;
    return new Date(milliseconds);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError(
      `"${text.slice(0, 40)}" is no moment.`,
      `Write it like 2026-10-15 or 2026-10-15T12:00 (in ${zone}), or with Z for UTC.`,
    );
  }
}

/** A moment as `parseMoment` reads it back in that zone: `2026-10-15T12:00`. */
export function momentText(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return local.toPlainDateTime().toString({smallestUnit: 'minute'});
}
