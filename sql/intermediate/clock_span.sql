-- The tape of each clock: which time counted, which was paused, which lay outside hours.
-- Working time is read as the difference of two ASOF look-ups in the calendar.
with
parts as (
  select
    c.record_no,
    c.kind,
    c.calendar,
    c.target_seconds,
    greatest(s.started_at, c.started_at) as started_at,
    least(coalesce(s.ended_at, c.counted_until), c.counted_until) as ended_at,
    s.status,
    s.stops_clock,
    s.assignment_group
  from intermediate.clock as c
  join intermediate.segment as s
    on s.record_no = c.record_no
    and s.started_at < c.counted_until
),

measured as (
  select
    p.*,
    a.working_seconds_before
      + least(epoch(p.started_at) - epoch(a.started_at), a.working_seconds) as working_from,
    b.working_seconds_before
      + least(epoch(p.ended_at) - epoch(b.started_at), b.working_seconds) as working_to
  from parts as p
  asof join intermediate.working_span as a
    on a.calendar = p.calendar and a.started_at <= p.started_at
  asof join intermediate.working_span as b
    on b.calendar = p.calendar and b.started_at <= p.ended_at
  where p.ended_at > p.started_at
)

select
  record_no,                  -- Record, unique over sources
  kind,                       -- response, resolution
  calendar,                   -- Calendar the target is counted in
  target_seconds,             -- Target in working time
  started_at,                 -- Instant
  ended_at,                   -- Instant
  status,                     -- Canonical
  assignment_group,           -- Who held it
  stops_clock,                -- Whether the status stops the clock
  epoch(ended_at) - epoch(started_at) as elapsed_seconds,  -- Around the clock
  working_from,               -- Calendar reading at the start
  working_to - working_from as working_seconds,            -- Within the calendar's hours
  case when stops_clock then 0 else working_to - working_from end
    as counted_seconds        -- Against the target
from measured
