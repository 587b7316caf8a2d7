-- Calendars as working spans with the working time before them, so that business time between
-- two instants is the difference of two look-ups. Local hours are turned into instants day by
-- day, which makes days with a changed clock come out right. Holidays, whole or in part, are cut
-- out in local time, so a night shift works up to the midnight before one.
-- @grain calendar, started_at
with
reach as (
  select
    greatest(min(opened_at), any_value(w.as_of) - interval 30 year)::date - 40 as first_day,
    any_value(w.as_of)::date + 800 as last_day
  from staging.record
  cross join settings.workspace as w
),

days as (
  select c.calendar, c.zone, d.day::date as day
  from settings.calendar as c
  cross join reach as r
  cross join unnest(generate_series(
    r.first_day::timestamp, r.last_day::timestamp, interval 1 day
  )) as d(day)
  -- A day that a zone left out when it crossed the date line was never worked.
  where timezone(c.zone, timezone(c.zone, d.day + interval 12 hour))::date = d.day::date
),

hours as (
  select
    d.calendar,
    d.zone,
    d.day,
    d.day + to_minutes(h.starts_minute) as starts_local,
    d.day + to_minutes(h.ends_minute) as ends_local
  from days as d
  join settings.calendar_hours as h
    on h.calendar = d.calendar
    and h.weekday = isodow(d.day)
    and (h.from_day is null or h.from_day <= d.day)
    and (h.until_day is null or h.until_day >= d.day)
),

-- A holiday meets the hours of its own day and those that reach over midnight into it.
holidays as (
  select
    calendar,
    day - v.days_before as day,
    day + to_minutes(starts_minute) as free_from,
    day + to_minutes(ends_minute) as free_until
  from settings.holiday
  cross join (values (0), (1)) as v(days_before)
),

touched as (
  select h.*, o.free_from, o.free_until
  from hours as h
  join holidays as o
    on o.calendar = h.calendar
    and o.day = h.day
    and o.free_from < h.ends_local
    and o.free_until > h.starts_local
),

cuts as (
  select calendar, zone, day, starts_local, starts_local as cut_at from touched
  union
  select calendar, zone, day, starts_local, ends_local from touched
  union
  select calendar, zone, day, starts_local, free_from from touched where free_from > starts_local
  union
  select calendar, zone, day, starts_local, free_until from touched where free_until < ends_local
),

pieces as (
  select
    *,
    lead(cut_at) over (partition by calendar, day, starts_local order by cut_at) as next_cut_at
  from cuts
),

worked as (
  select h.calendar, h.zone, h.starts_local, h.ends_local
  from hours as h
  anti join touched as t
    on t.calendar = h.calendar and t.day = h.day and t.starts_local = h.starts_local
  union all
  select p.calendar, p.zone, p.cut_at, p.next_cut_at
  from pieces as p
  anti join touched as t
    on t.calendar = p.calendar
    and t.day = p.day
    and t.starts_local = p.starts_local
    and t.free_from <= p.cut_at
    and t.free_until > p.cut_at
  where p.next_cut_at is not null
),

spans as (
  select
    calendar,
    timezone(zone, starts_local) as started_at,
    timezone(zone, ends_local) as ended_at
  from worked
),

-- Where hours that changed meet a night of the old ones, no minute counts twice.
apart as (
  select
    calendar,
    greatest(
      started_at,
      max(ended_at) over (
        partition by calendar order by started_at, ended_at
        rows between unbounded preceding and 1 preceding
      )
    ) as started_at,
    ended_at
  from spans
  where ended_at > started_at
)

select
  calendar,                   -- Calendar
  started_at,                 -- Instant
  ended_at,                   -- Instant
  epoch(ended_at) - epoch(started_at) as working_seconds,  -- Length
  coalesce(
    sum(epoch(ended_at) - epoch(started_at)) over (
      partition by calendar order by started_at
      rows between unbounded preceding and 1 preceding
    ),
    0
  ) as working_seconds_before -- Working time of the calendar before this span
from apart
where ended_at > started_at
