import {UserError} from '../base/user-error.ts';
import {durationSeconds, parseDuration, type Duration} from '../config/duration.ts';
import type {Session} from '../warehouse/database.ts';
import type {SlaKind} from './sla-incidents.ts';

/** Another promise than the one that held; what isn't said stays as it was. */
export interface SlaOverride {
  kind: SlaKind;
  /** Only incidents of this priority. */
  priority?: string | null;
  /** Only clocks of this policy. */
  policy?: string | null;
  /** The target as the configuration writes it: `4 h`, `30 min`, `2 business days`. */
  within?: string | null;
  calendar?: string | null;
  /** `none`: the clock never stops. */
  stops?: 'none' | null;
  /** The target counts from the last change of priority. */
  counts?: 'from change' | null;
}

/** An override for clocks that run in one calendar today: a business day is another length in each. */
export interface PlannedOverride {
  /** Place in the list of overrides: the first that fits a clock holds. */
  place: number;
  kind: SlaKind;
  priority: string | null;
  policy: string | null;
  calendar: string;
  calendar_then: string;
  /** Null: the target stays. */
  target_then: number | null;
  never_stops: boolean;
  from_change: boolean;
}

/** What an override may name. */
export interface SlaChoices {
  calendars: {calendar: string; working_day_seconds: number}[];
  policies: string[];
  priorities: string[];
}

/** The calendars and policies there are, for menus and messages. */
export async function readSlaChoices(session: Session): Promise<SlaChoices> {
  const [calendars, policies, priorities] = await Promise.all([
    session.query<SlaChoices['calendars'][number]>(calendarQuery),
    session.query<{policy: string}>(
      'select policy from settings.sla_policy group by policy order by min(position)',
    ),
    session.query<{priority: string}>(
      `select distinct i.priority from marts.fct_clock as c
       join marts.fct_incident as i on i.record_no = c.record_no
       where i.priority is not null order by 1`,
    ),
  ]);
  return {
    calendars,
    policies: policies.map(({policy}) => policy),
    priorities: priorities.map(({priority}) => priority),
  };
}

/** A working day is the mean of the weekdays a calendar works on, in its hours before any change of them. */
const calendarQuery = `
  with hours as (
    select h.*, bool_or(h.from_day is null) over (partition by h.calendar) as has_usual
    from settings.calendar_hours as h
  )
  select
    c.calendar,
    coalesce(
      cast(sum(h.ends_minute - h.starts_minute) * 60 as double)
        / nullif(count(distinct h.weekday), 0),
      0
    ) as working_day_seconds
  from settings.calendar as c
  left join hours as h
    on h.calendar = c.calendar and (h.from_day is null or not h.has_usual)
  group by c.calendar
  order by c.calendar`;

/**
 * Overrides with their targets in seconds, one for each calendar that clocks run in today. As in the
 * configuration, business days of a clock around the clock are counted in `business hours`.
 * @throws UserError for a target that can't be read, or a calendar, policy or priority that isn't there
 */
export function planOverrides(
  overrides: readonly SlaOverride[],
  choices: SlaChoices,
): PlannedOverride[] {
  return overrides.flatMap((override, place) => {
    checkNames(override, choices);
    const within = override.within ? readTarget(override.within) : null;
    return choices.calendars.map(({calendar}) => {
      const calendarThen = override.calendar ?? calendarFor(within, calendar, choices);
      return {
        place,
        kind: override.kind,
        priority: override.priority ?? null,
        policy: override.policy ?? null,
        calendar,
        calendar_then: calendarThen,
        target_then: within && targetSeconds(within, calendarThen, choices),
        never_stops: override.stops === 'none',
        from_change: override.counts === 'from change',
      };
    });
  });
}

function readTarget(text: string): Duration {
  const within = parseDuration(text);
  if (within) return within;
  throw new UserError(
    `"${text.slice(0, 40)}" is no length of time.`,
    'Write it as in meantime.yaml: 30 min, 4 h, 2 days or 3 business days.',
  );
}

const aroundTheClockSeconds = 86_400;

function calendarFor(within: Duration | null, calendar: string, {calendars}: SlaChoices): string {
  const own = calendars.find((each) => each.calendar === calendar);
  if (within?.unit !== 'business day' || own?.working_day_seconds !== aroundTheClockSeconds)
    return calendar;
  return calendars.find((each) => each.calendar === 'business hours')?.calendar ?? calendar;
}

function targetSeconds(within: Duration, calendar: string, {calendars}: SlaChoices): number {
  const found = calendars.find((each) => each.calendar === calendar);
  return durationSeconds(within, found?.working_day_seconds ?? 0);
}

function checkNames({calendar, policy, priority}: SlaOverride, choices: SlaChoices): void {
  const calendars = choices.calendars.map((each) => each.calendar);
  checkName('calendar', calendar, calendars);
  checkName('policy', policy, choices.policies);
  checkName('priority', priority, choices.priorities);
}

function checkName(what: string, name: string | null | undefined, known: readonly string[]): void {
  if (!name || known.includes(name)) return;
  throw new UserError(
    `There is no ${what} "${name.slice(0, 60)}".`,
    known.length > 0
      ? `Use one of: ${known.join(', ')}.`
      : `No incident has one with a target: leave it out.`,
  );
}
