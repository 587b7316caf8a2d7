import type {
  PublicHolidaysOf,
  WrittenCalendar,
  WrittenHoliday,
  WrittenHours,
} from './calendar-file.ts';
import {oneOrList} from './config-fields.ts';
import {unknownName, type ConfigProblem} from './config-problem.ts';
import type {Calendar} from './config.ts';
import type {WeeklyHours} from './working-spans.ts';

type Place = ConfigProblem['path'];

/** A value and where it is written; null for a default. */
export interface Placed<T> {
  value: T;
  place: Place;
}

/** A calendar with what it inherits, not yet worked out. */
export interface ResolvedCalendar {
  zone: string;
  hours: Placed<WrittenHours> | null;
  /** Hours where none are written. */
  defaults: WeeklyHours;
  changes: Placed<NonNullable<WrittenCalendar['changes']>>;
  holidays: Placed<WrittenHoliday>[];
  publicHolidays: Placed<PublicHolidaysOf>[];
  files: Placed<string>[];
}

export interface CalendarContext {
  written: Record<string, WrittenCalendar>;
  defaults: Calendar[];
  names: string[];
  problems: ConfigProblem[];
}

/**
 * Follows `extends`: hours and zone are the nearest ones, holidays add up. Changes belong to the hours
 * they change, so a calendar that writes hours of its own inherits none.
 */
export function resolveCalendar(
  name: string,
  context: CalendarContext,
  heirs: string[] = [],
): ResolvedCalendar {
  const own = context.written[name];
  const builtIn = context.defaults.find((calendar) => calendar.name === name);
  const base = baseOf(name, own?.extends, context, heirs) ?? {
    zone: context.defaults[0]?.zone ?? 'UTC',
    hours: null,
    // What extends nothing that there is has that problem, not a second one.
    defaults: (builtIn ?? (own?.extends ? context.defaults[0] : undefined))?.hours ?? [],
    changes: {value: [], place: []},
    holidays: [],
    publicHolidays: [],
    files: [],
  };
  if (!own) return base;
  const place = ['calendars', name];
  const placed = <T>(key: string, values: readonly T[]): Placed<T>[] =>
    values.map((value, index) => ({value, place: [...place, key, index]}));
  const changes = own.changes ?? (own.hours ? [] : null);
  return {
    zone: own.zone ?? base.zone,
    hours: own.hours ? {value: own.hours, place: [...place, 'hours']} : base.hours,
    defaults: base.defaults,
    changes: changes ? {value: changes, place: [...place, 'changes']} : base.changes,
    // The nearest comes first: its names win.
    holidays: [...placed('holidays', own.holidays ?? []), ...base.holidays],
    publicHolidays: [...placesOf(place, own.public_holidays ?? []), ...base.publicHolidays],
    files: [...placed('holiday_files', own.holiday_files ?? []), ...base.files],
  };
}

function placesOf(
  place: Place,
  written: PublicHolidaysOf | PublicHolidaysOf[],
): Placed<PublicHolidaysOf>[] {
  const key = [...place, 'public_holidays'];
  return oneOrList(written).map((value, index) => ({
    value,
    place: Array.isArray(written) ? [...key, index] : key,
  }));
}

/** The calendar that another extends; null when it extends none, or none that can be meant. */
function baseOf(
  name: string,
  base: string | undefined,
  context: CalendarContext,
  heirs: string[],
): ResolvedCalendar | null {
  if (base === undefined) return null;
  const path = ['calendars', name, 'extends'];
  const chain = [...heirs, name];
  const {names, problems} = context;
  if (!names.includes(base)) {
    const others = names.filter((other) => other !== name);
    problems.push(unknownName(path, {kind: 'calendar', name: base, names: others}));
    return null;
  }
  if (chain.includes(base)) {
    // Each calendar of the ring comes by here: the first one tells.
    const isFirst = chain.every((link) => names.indexOf(link) >= names.indexOf(base));
    if (base === chain[0] && isFirst) {
      const ring = [...chain, base].join(' → ');
      problems.push({
        path,
        message: `Calendars extend each other: ${ring}. Break the ring.`,
      });
    }
    return null;
  }
  return resolveCalendar(base, context, chain);
}
