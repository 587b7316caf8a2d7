-- The tape of each SLA clock: which time counted, which didn't, who held the incident.
-- @grain record_no, kind, started_at
select
  s.record_no,                -- Record, unique over sources
  s.kind,                     -- response, resolution
  s.started_at,               -- Instant
  s.ended_at,                 -- Instant
  s.status,                   -- Canonical
  s.priority,                 -- Then
  s.assignment_group,         -- Who held it
  g.tier,                     -- Tier of the group
  s.counted_seconds,          -- Against the target
  s.working_seconds,          -- Within the calendar's hours
  s.elapsed_seconds,          -- Around the clock
  case
    when s.is_before then 'before'
    when s.stops_clock then 'paused'
    when s.counted_seconds = 0 then 'outside hours'
    -- Sums of long calendars round beyond the microsecond.
    when s.counted_seconds < s.elapsed_seconds - 0.001 then 'partly'
    else 'counted'
  end as state                -- counted, paused, outside hours, partly (some of it outside hours), before (the clock counts)
from intermediate.clock_span as s
left join intermediate.group_tier as g on g.assignment_group = s.assignment_group
