-- Calendars as working spans with the working time before them, so that business time between
-- two instants is the difference of two look-ups. Local hours are turned into instants day by
-- day, which makes days with a changed clock come out right.
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
),

spans as (
  select
    d.calendar,
    timezone(d.zone, d.day + to_minutes(h.starts_minute)) as started_at,
    timezone(d.zone, d.day + to_minutes(h.ends_minute)) as ended_at
  from days as d
  join settings.calendar_hours as h
    on h.calendar = d.calendar and h.weekday = isodow(d.day)
  anti join settings.holiday as o on o.calendar = d.calendar and o.day = d.day
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
from spans
where ended_at > started_at
