-- The tape of each SLA clock: which time counted, which didn't, who held the incident.
-- @grain record_no, kind, started_at
select
  record_no,                  -- Record, unique over sources
  kind,                       -- response, resolution
  started_at,                 -- Instant
  ended_at,                   -- Instant
  status,                     -- Canonical
  assignment_group,           -- Who held it
  counted_seconds,            -- Against the target
  elapsed_seconds,            -- Around the clock
  case
    when stops_clock then 'paused'
    when counted_seconds = 0 then 'outside hours'
    when counted_seconds < elapsed_seconds then 'partly'
    else 'counted'
  end as state                -- counted, paused, outside hours, partly (some of it outside hours)
from intermediate.clock_span
