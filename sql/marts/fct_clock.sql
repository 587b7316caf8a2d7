-- Each SLA clock with target, due time and verdict.
-- @grain record_no, kind
select
  record_no,                  -- Record, unique over sources
  kind,                       -- response, resolution
  calendar,                   -- Calendar the target is counted in
  target_seconds,             -- Target in working time
  started_at,                 -- Clock started
  due_at,                     -- Target reached, or would be if nothing stops the clock
  stopped_at,                 -- Clock stopped; null while it runs
  used_seconds,               -- Counted working time
  paused_seconds,             -- Working time while stopped
  verdict                     -- met, breached; null while running and not due
from intermediate.sla_result
