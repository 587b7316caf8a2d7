import {UserError} from '../base/user-error.ts';

/** @throws UserError when it is not a time zone of the IANA database */
export function checkZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone && zone;
  } catch {
    throw new UserError(
      `"${zone}" is not a time zone.`,
      'Use a name such as Europe/Amsterdam or UTC; offsets change with summer time, names know when.',
    );
  }
}

/** True for the zones whose local time is universal time. */
export function isUtc(zone: string): boolean {
  return /^(utc|etc\/utc|gmt|etc\/gmt|z|zulu|universal)$/i.test(zone);
}
