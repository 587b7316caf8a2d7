import {addDays} from '../time/period.ts';
import type {
  PublicHolidaysOf,
  WrittenCalendar,
  WrittenHoliday,
  WrittenHours,
} from './calendar-file.ts';
import {parseWeekdays} from './clock-time.ts';
import {oneOrList} from './config-fields.ts';
import {orderProblem, type ConfigProblem} from './config-problem.ts';
import type {Calendar, Holiday} from './config.ts';
import {daysBetween} from './holiday-span.ts';
import type {HolidaySources} from './holiday-sources.ts';
import {mergeHolidays} from './merge-holidays.ts';
import {resolveCalendar, type Placed, type ResolvedCalendar} from './resolve-calendar.ts';
import {workingDaySeconds, workingSpans, type WeeklyHours} from './working-spans.ts';

/** The calendars of the file over the ones there always are, with everything inherited and worked out. */
export function calendarsFromFile(
  written: Record<string, WrittenCalendar>,
  defaults: Calendar[],
  sources: HolidaySources,
): {calendars: Calendar[]; problems: ConfigProblem[]} {
  const problems: ConfigProblem[] = [];
  const names = [...new Set([...defaults.map(({name}) => name), ...Object.keys(written)])];
  const calendars = names.map((name) => {
    const resolved = resolveCalendar(name, {written, defaults, names, problems});
    return workOut(name, resolved, sources, problems);
  });
  return {calendars, problems: distinct(problems)};
}

function workOut(
  name: string,
  {zone, hours, defaults, changes, ...days}: ResolvedCalendar,
  sources: HolidaySources,
  problems: ConfigProblem[],
): Calendar {
  const place = hours?.place ?? ['calendars', name];
  const usual = hours ? readHours(hours.value) : defaults;
  if (usual.length === 0)
    problems.push({
      path: place,
      message: 'No weekday has hours. Write hours: {mon–fri: 09:00–17:00}.',
    });
  const spans = workingSpans({
    usual: {hours: usual, place},
    changes: changes.value.map((change, index) => ({
      from: change.from ?? null,
      until: change.until ?? null,
      hours: readHours(change.hours),
      place: [...changes.place, index],
    })),
  });
  problems.push(...spans.problems);
  const holidays = [
    ...days.holidays.flatMap((holiday) => writtenDays(holiday, problems)),
    ...days.files.flatMap(({value, place}) =>
      holidaysOr(sources.holidayFile(value, zone), place, problems),
    ),
    ...days.publicHolidays.flatMap((written) => publicDays(written, sources, problems)),
  ];
  return {
    name,
    zone,
    hours: spans.hours,
    workingDaySeconds: workingDaySeconds(usual),
    holidays: mergeHolidays(holidays),
  };
}

function readHours(written: WrittenHours): WeeklyHours {
  return Object.entries(written)
    .flatMap(([weekdays, spans]) =>
      (parseWeekdays(weekdays) ?? []).flatMap((weekday) =>
        oneOrList(spans).map((span) => ({weekday, ...span})),
      ),
    )
    .sort((a, b) => a.weekday - b.weekday || a.startsMinute - b.startsMinute);
}

function writtenDays({value, place}: Placed<WrittenHoliday>, problems: ConfigProblem[]): Holiday[] {
  const {from, to, startsMinute, endsMinute, label} = value;
  const wrong = orderProblem(place, from, to);
  if (wrong.length === 0 && addDays(from, 366) < to)
    wrong.push({path: place, message: 'More than a year of holidays. Check the days.'});
  if (wrong.length === 0 && from === to && startsMinute >= endsMinute)
    wrong.push({path: place, message: 'It ends before it begins. Swap from and to.'});
  problems.push(...wrong);
  if (wrong.length > 0) return [];
  return daysBetween({day: from, minute: startsMinute}, {day: to, minute: endsMinute}, label);
}

function publicDays(
  {value, place}: Placed<PublicHolidaysOf>,
  sources: HolidaySources,
  problems: ConfigProblem[],
): Holiday[] {
  const {country, region, except} = value;
  const found = sources.publicHolidays(country, region);
  const holidays = holidaysOr(found, place, problems);
  const days = new Set(holidays.map(({day}) => day));
  for (const day of typeof found === 'string' ? [] : except)
    if (!days.has(day)) {
      const where = region === null ? country : `${country}-${region}`;
      const message = `${day} is no public holiday of ${where}. Remove it or correct it.`;
      problems.push({path: [...place, 'except'], message});
    }
  return holidays.filter(({day}) => !except.includes(day));
}

function holidaysOr(
  found: Holiday[] | string,
  path: ConfigProblem['path'],
  problems: ConfigProblem[],
): Holiday[] {
  if (typeof found !== 'string') return found;
  problems.push({path, message: found});
  return [];
}

/** What several calendars inherit is wrong once. */
function distinct(problems: ConfigProblem[]): ConfigProblem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()];
}
