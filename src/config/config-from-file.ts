import {addDays} from '../time/period.ts';
import {parseWeekdays} from './clock-time.ts';
import type {Calendar, Config, SlaKind, SlaTarget, Target} from './config.ts';
import type {ConfigFile} from './config-file.ts';
import {aroundTheClock, businessHours, defaultConfig} from './default-config.ts';
import {durationSeconds, type Duration} from './duration.ts';

/** Something in the file that is well written but can't be meant, with its place. */
export interface ConfigProblem {
  path: (string | number)[];
  message: string;
}

/** Fills in every default; problems are things that only the whole file shows. */
export function configFromFile(file: ConfigFile): {config: Config; problems: ConfigProblem[]} {
  const zone = file.zone ?? 'UTC';
  const defaults = defaultConfig(zone);
  const problems: ConfigProblem[] = [];
  const calendars = mergedCalendars(file, defaults, problems);
  const config: Config = {
    zone,
    isZoneDefault: file.zone === undefined,
    sources: Object.entries(file.sources ?? {}).map(([name, source]) => ({
      name,
      title: source.title ?? name,
      connector: source.connector,
      zone: source.zone ?? null,
      files: source.files ?? [],
    })),
    calendars,
    slaTargets: mergedSlaTargets(file, defaults, calendars, problems),
    targets: mergedTargets(file, defaults),
    tiers: Object.entries(file.tiers ?? {}).map(([group, tier]) => ({group, tier})),
    deskPattern: file.service_desk ?? defaults.deskPattern,
    shifts: (file.shifts ?? []).map(({name, from, to}) => ({
      name,
      startsMinute: from,
      endsMinute: to > from ? to : to + 1440,
    })),
    agedDays: file.aged_days ?? defaults.agedDays,
    contactHours: file.contact_hours ?? defaults.contactHours,
    reopenDays: file.reopen_days ?? defaults.reopenDays,
    recurrenceDays: file.recurrence_days ?? defaults.recurrenceDays,
    prematureHours: file.premature_hours ?? defaults.prematureHours,
  };
  return {config, problems};
}

function mergedCalendars(
  file: ConfigFile,
  defaults: Config,
  problems: ConfigProblem[],
): Calendar[] {
  const byName = new Map(defaults.calendars.map((calendar) => [calendar.name, calendar]));
  for (const [name, written] of Object.entries(file.calendars ?? {})) {
    const calendar = {name, zone: written.zone ?? defaults.zone, hours: hoursOf(written)};
    const path = ['calendars', name];
    byName.set(name, {...calendar, holidays: holidaysOf(written, path, problems)});
    if (calendar.hours.length === 0)
      problems.push({
        path: [...path, 'hours'],
        message: 'No weekday has hours. Write mon–fri: 09:00–17:00.',
      });
    problems.push(...overlapsIn(calendar.hours, [...path, 'hours']));
  }
  return [...byName.values()];
}

type WrittenCalendar = NonNullable<ConfigFile['calendars']>[string];

function hoursOf(written: WrittenCalendar): Calendar['hours'] {
  return Object.entries(written.hours)
    .flatMap(([weekdays, spans]) =>
      (parseWeekdays(weekdays) ?? []).flatMap((weekday) =>
        (Array.isArray(spans) ? spans : [spans]).map((span) => ({weekday, ...span})),
      ),
    )
    .sort((a, b) => a.weekday - b.weekday || a.startsMinute - b.startsMinute);
}

/** Overlapping spans would count the same minutes twice; the week is a ring. */
function overlapsIn(hours: Calendar['hours'], path: ConfigProblem['path']): ConfigProblem[] {
  const week = 7 * 1440;
  const spans = hours.map((span) => {
    const start = (span.weekday - 1) * 1440 + span.startsMinute;
    return {start, end: start + span.endsMinute - span.startsMinute};
  });
  const next = spans.slice(1);
  if (spans[0]) next.push({start: spans[0].start + week, end: 0});
  const overlap = spans.some((span, index) => span.end > (next[index]?.start ?? Infinity));
  return overlap ? [{path, message: 'Some of these hours overlap. Write each hour once.'}] : [];
}

function holidaysOf(
  written: WrittenCalendar,
  path: ConfigProblem['path'],
  problems: ConfigProblem[],
): Calendar['holidays'] {
  const labels = new Map<string, string>();
  for (const [index, holiday] of (written.holidays ?? []).entries()) {
    const [from, to] = 'on' in holiday ? [holiday.on, holiday.on] : [holiday.from, holiday.to];
    const place = [...path, 'holidays', index];
    if (to < from)
      problems.push({path: place, message: `${from} is after ${to}. Swap from and to.`});
    else if (addDays(from, 366) < to)
      problems.push({path: place, message: 'More than a year of holidays. Check the days.'});
    else for (const day of daysFrom(from, to)) labels.set(day, holiday.label ?? 'Holiday');
  }
  return [...labels].sort().map(([day, label]) => ({day, label}));
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function mergedSlaTargets(
  file: ConfigFile,
  defaults: Config,
  calendars: Calendar[],
  problems: ConfigProblem[],
): SlaTarget[] {
  const key = (kind: string, priority: string) => `${kind} ${priority}`;
  const targets = new Map(defaults.slaTargets.map((t) => [key(t.kind, t.priority), t]));
  for (const kind of ['response', 'resolution'] as const)
    for (const [priority, written] of Object.entries(file.sla?.[kind] ?? {})) {
      if (written === undefined) continue;
      if (written === 'none') {
        targets.delete(key(kind, priority));
        continue;
      }
      const [within, calendarName] =
        'within' in written
          ? [written.within, written.calendar]
          : [written, usualCalendar(priority, written)];
      const calendar = calendars.find(({name}) => name === calendarName);
      if (calendar) targets.set(key(kind, priority), slaTarget(kind, priority, within, calendar));
      else problems.push(unknownCalendar(['sla', kind, priority], calendarName, calendars));
    }
  return [...targets.values()];
}

/** P1 and P2 run around the clock, unless business days are asked for. */
function usualCalendar(priority: string, within: Duration): string {
  const isUrgent = priority === 'P1' || priority === 'P2';
  return isUrgent && within.unit !== 'business day' ? aroundTheClock : businessHours;
}

function slaTarget(
  kind: SlaKind,
  priority: string,
  within: Duration,
  calendar: Calendar,
): SlaTarget {
  const targetSeconds = durationSeconds(within, workingDaySeconds(calendar));
  return {kind, priority, targetSeconds, calendar: calendar.name};
}

/** Mean length of the weekdays on which the calendar works. */
function workingDaySeconds({hours}: Calendar): number {
  const minutes = hours.reduce((sum, span) => sum + span.endsMinute - span.startsMinute, 0);
  const days = new Set(hours.map(({weekday}) => weekday)).size;
  return days === 0 ? 0 : (minutes * 60) / days;
}

function unknownCalendar(
  path: ConfigProblem['path'],
  name: string,
  calendars: Calendar[],
): ConfigProblem {
  const names = calendars.map((calendar) => calendar.name).join(', ');
  return {path, message: `There is no calendar "${name}". Use one of: ${names}.`};
}

function mergedTargets(file: ConfigFile, defaults: Config): Target[] {
  const written = Object.entries(file.targets ?? {});
  const named = new Set(written.map(([metric]) => metric));
  const targets = defaults.targets.filter(({metric}) => !named.has(metric));
  for (const [metric, goals] of written) {
    if (goals === 'none') continue;
    const byPriority = 'direction' in goals ? {all: goals} : goals;
    for (const [priority, goal] of Object.entries(byPriority))
      if (goal) targets.push({metric, priority: priority === 'all' ? null : priority, ...goal});
  }
  return targets;
}
