import {z} from 'zod';
import {parseClockTime, parseWeekdays} from './clock-time.ts';
import {day, parseDay, readAs, span, text, zone} from './config-fields.ts';

const holidayForm =
  'Write a holiday as {on: 2026-12-25, label: Christmas}, {on: 2026-12-24, from: 12:00} or ' +
  '{from: 2026-12-28, to: 2026-12-31}.';
const moment = z.string({error: holidayForm}).optional();

/** Whole days from `from` to `to`, or with `on` a day or a part of it. */
const holiday = z
  .strictObject(
    {on: day.optional(), from: moment, to: moment, label: z.string().optional()},
    {error: (issue) => (issue.code === 'invalid_type' ? holidayForm : undefined)},
  )
  .transform((written, context) => {
    const parse = written.on === undefined ? parseDay : parseClockTime;
    const remedy = written.on === undefined ? 'a day as 2026-12-25' : 'a time as 12:00';
    const read = (key: 'from' | 'to'): string | number | null => {
      const value = written[key];
      if (value === undefined) return null;
      const parsed = parse(value);
      const message = `"${value}" is not understood. Write ${remedy}.`;
      if (parsed === null) context.addIssue({code: 'custom', path: [key], message});
      return parsed;
    };
    const [from, to] = [read('from'), read('to')];
    if (written.on === undefined && (written.from === undefined || written.to === undefined))
      context.addIssue({code: 'custom', message: holidayForm});
    return {
      from: written.on ?? String(from),
      to: written.on ?? String(to),
      startsMinute: typeof from === 'number' ? from : 0,
      endsMinute: typeof to === 'number' ? to : 1440,
      label: written.label ?? 'Holiday',
    };
  });

export type WrittenHoliday = z.output<typeof holiday>;

const placeRemedy = 'Write a country such as NL, or one of its regions such as DE-BY.';

function parsePlace(written: string): {country: string; region: string | null} | null {
  const match = /^([a-z]{2})(?:-([a-z0-9 -]+))?$/i.exec(written.trim());
  if (match?.[1] === undefined) return null;
  return {country: match[1].toUpperCase(), region: match[2]?.toUpperCase() ?? null};
}

const placeForm = `${placeRemedy} Or {country: DE, region: BY, except: [2026-01-06]}.`;
const publicHolidays = z.union(
  [
    readAs(parsePlace, placeRemedy).transform((place) => ({...place, except: [] as string[]})),
    z
      .strictObject({
        country: readAs(parsePlace, placeRemedy),
        region: text('Write a region such as BY.').optional(),
        except: z.array(day).optional(),
      })
      .transform(({country: place, region, except = []}) => ({
        country: place.country,
        region: region?.toUpperCase() ?? place.region,
        except,
      })),
  ],
  {error: placeForm},
);

export type PublicHolidaysOf = z.output<typeof publicHolidays>;

const hours = z.record(
  z.string().refine((weekdays) => parseWeekdays(weekdays) !== null, {
    error: 'Write weekdays as mon–fri, sat or sat, sun.',
  }),
  z.union([span, z.array(span)], {error: 'Write hours as 09:00–17:00, or a list of them.'}),
  {error: 'Write hours as {mon–fri: 09:00–17:00}.'},
);

export type WrittenHours = z.output<typeof hours>;

/** A calendar as it may be written in `meantime.yaml`. */
export const calendarFile = z.strictObject({
  extends: text('Name the calendar that this one extends.').optional(),
  zone: zone.optional(),
  hours: hours.optional(),
  changes: z
    .array(z.strictObject({from: day.optional(), until: day.optional(), hours}), {
      error: 'Write a list such as - {from: 2026-07-01, until: 2026-08-31, hours: {…}}.',
    })
    .optional(),
  public_holidays: z
    .union([publicHolidays, z.array(publicHolidays)], {error: placeForm})
    .optional(),
  holidays: z.array(holiday, {error: `${holidayForm} One a line, after a dash.`}).optional(),
  holiday_files: z
    .array(text('Write a file such as holidays.ics.'), {
      error: 'Write a list of files such as [holidays.ics].',
    })
    .optional(),
});

export type WrittenCalendar = z.output<typeof calendarFile>;
