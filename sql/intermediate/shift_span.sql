-- The working spans of each calendar cut at the roster's boundaries, with the working time of the
-- shift before each: what a shift used of a clock is the difference of two look-ups.
-- @grain calendar, shift, started_at
with
shifts as (
  select
    h.shift,
    timezone(d.zone, d.day + to_minutes(h.starts_minute)) as started_at,
    timezone(d.zone, d.day + to_minutes(h.ends_minute)) as ended_at
  from intermediate.roster_day as d
  cross join settings.shift as h
),

parts as (
  select
    s.calendar,
    h.shift,
    greatest(s.started_at, h.started_at) as started_at,
    least(s.ended_at, h.ended_at) as ended_at
  from intermediate.working_span as s
  join shifts as h on h.started_at < s.ended_at and h.ended_at > s.started_at
)

select
  calendar,                   -- Calendar
  shift,                      -- Shift of the roster
  started_at,                 -- Instant
  ended_at,                   -- Instant
  epoch(ended_at) - epoch(started_at) as working_seconds,  -- Length
  coalesce(
    sum(epoch(ended_at) - epoch(started_at)) over (
      partition by calendar, shift order by started_at
      rows between unbounded preceding and 1 preceding
    ),
    0
  ) as working_seconds_before -- Working time of the calendar in this shift before this span
from parts
