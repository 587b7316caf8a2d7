-- Working time of each calendar within an hour of a change of shifts, by the roster: how much of a
-- clock's time lies there is read from these spans as working time is from working_span.
-- @grain calendar, started_at
with
boundaries as (
  select distinct minute
  from (
    select starts_minute % 1440 as minute from settings.shift
    union all
    select ends_minute % 1440 as minute from settings.shift
  )
),

-- Minutes of the day that are near one; what follows on another is one stretch.
near as (
  select m.local_minute, m.local_minute - row_number() over (order by m.local_minute) as stretch
  from unnest(range(1440)) as m(local_minute)
  where exists (
    select 1 from boundaries as b where (m.local_minute - b.minute + 60 + 1440) % 1440 < 120
  )
),

stretches as (
  select min(local_minute) as starts_minute, max(local_minute) + 1 as ends_minute
  from near
  group by stretch
),

handovers as (
  select
    timezone(d.zone, d.day + to_minutes(s.starts_minute)) as started_at,
    timezone(d.zone, d.day + to_minutes(s.ends_minute)) as ended_at
  from intermediate.roster_day as d
  cross join stretches as s
),

parts as (
  select
    s.calendar,
    greatest(s.started_at, h.started_at) as started_at,
    least(s.ended_at, h.ended_at) as ended_at
  from intermediate.working_span as s
  join handovers as h on h.started_at < s.ended_at and h.ended_at > s.started_at
)

select
  calendar,                   -- Calendar
  started_at,                 -- Instant
  ended_at,                   -- Instant
  (epoch_us(ended_at) - epoch_us(started_at)) / 1e6 as working_seconds,  -- Length
  coalesce(
    sum((epoch_us(ended_at) - epoch_us(started_at)) / 1e6) over (
      partition by calendar order by started_at rows between unbounded preceding and 1 preceding
    ),
    0
  ) as working_seconds_before -- Such time of the calendar before this span
from parts
order by calendar, started_at
