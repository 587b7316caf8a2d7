-- Each SLA clock with target, due time and verdict.
-- Elapsed time is used + paused + outside + before.
-- @grain record_no, kind
select
  record_no,                  -- Record, unique over sources
  kind,                       -- response, resolution
  policy,                     -- Policy that promises it
  calendar,                   -- Calendar the target is counted in
  target_seconds,             -- Target in working time
  started_at,                 -- Clock started
  counts_from,                -- Opening, or the last change of priority where the policy says so
  due_at,                     -- Target reached, or would be if nothing stops the clock
  stopped_at,                 -- Clock stopped; null while it runs
  used_seconds,               -- Counted working time
  paused_seconds,             -- Working time while stopped
  outside_seconds,            -- Outside the calendar's hours
  before_seconds,             -- Elapsed time before the clock counted
  elapsed_seconds,            -- Around the clock
  margin_seconds,             -- Left of the target; negative when breached
  breached_at,                -- When the target was used up; null unless breached
  verdict,                    -- met, breached; null while running and not due
  priority_changed_at,        -- Last change of priority while it ran; null when there is none
  is_from_change,             -- The target counts from that change
  verdict_other               -- Under the other reading; null where the priority never changed
from intermediate.sla_result
