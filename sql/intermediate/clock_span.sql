-- The tape of each clock: which time counted, which was paused, which lay outside hours.
-- Working time is read as the difference of two ASOF look-ups in the calendar.
with
parts as (
  select
    c.record_no,
    c.kind,
    c.calendar,
    greatest(s.started_at, c.started_at) as started_at,
    least(coalesce(s.ended_at, c.counted_until), c.counted_until) as ended_at,
    s.status,
    case when c.stops is null then s.stops_clock else list_contains(c.stops, s.status) end
      as stops_clock,
    coalesce(s.started_at < c.counts_from, false) as is_before,
    s.assignment_group,
    coalesce(s.priority, c.priority) as priority
  from intermediate.clock as c
  join intermediate.segment as s
    on s.record_no = c.record_no
    and s.started_at < c.counted_until
),

measured as (
  select
    p.*,
    working.reading(a, p.started_at) as working_from,
    working.reading(b, p.ended_at) as working_to
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
  started_at,                 -- Instant
  ended_at,                   -- Instant
  status,                     -- Canonical
  priority,                   -- Then
  assignment_group,           -- Who held it
  stops_clock,                -- Whether the status stops the clock
  is_before,                  -- Before the clock counts
  epoch(ended_at) - epoch(started_at) as elapsed_seconds,  -- Around the clock
  working_from,               -- Calendar reading at the start
  working_to - working_from as working_seconds,            -- Within the calendar's hours
  case when stops_clock or is_before then 0 else working_to - working_from end
    as counted_seconds        -- Against the target
from measured
