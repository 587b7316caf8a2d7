import type {Calendar} from '../config/config.ts';
import type {Session} from '../warehouse/database.ts';
import {insertSettings} from './settings-rows.ts';

/** Writes `settings.calendar`, `calendar_hours` and `holiday`. */
export async function writeCalendars(session: Session, calendars: Calendar[]): Promise<void> {
  await insertSettings(
    session,
    'calendar',
    calendars.map(({name, zone}) => ({calendar: name, zone})),
  );
  await insertSettings(
    session,
    'calendar_hours',
    calendars.flatMap(({name, hours}) =>
      hours.map(({weekday, startsMinute, endsMinute, from, until}) => ({
        calendar: name,
        weekday,
        starts_minute: startsMinute,
        ends_minute: endsMinute,
        from_day: from,
        until_day: until,
      })),
    ),
  );
  await insertSettings(
    session,
    'holiday',
    calendars.flatMap(({name, holidays}) =>
      holidays.map(({day, startsMinute, endsMinute, label}) => ({
        calendar: name,
        day,
        starts_minute: startsMinute,
        ends_minute: endsMinute,
        label,
      })),
    ),
  );
}
