-- Our verdict on each clock. Met: used time within the target. Running and past it: breached.
-- Running and not yet due: no verdict.
-- @grain record_no, kind
select
  c.record_no,                -- Record, unique over sources
  c.kind,                     -- response, resolution
  c.calendar,                 -- Calendar the target is counted in
  c.target_seconds,           -- Target in working time
  c.started_at,               -- Clock started
  c.stopped_at,               -- Clock stopped; null while it runs
  coalesce(r.due_at, c.started_at + to_seconds(c.target_seconds)) as due_at,  -- Target reached
  coalesce(r.used_seconds, 0) as used_seconds,      -- Counted working time
  coalesce(r.paused_seconds, 0) as paused_seconds,  -- Working time while stopped
  case
    when c.stopped_at < c.started_at then null
    when r.record_no is null and c.counted_until > c.started_at then null
    when coalesce(r.used_seconds, 0) > c.target_seconds then 'breached'
    when c.stopped_at is not null then 'met'
  end as verdict              -- met, breached; null while running and not due, or off the calendar
from intermediate.clock as c
left join intermediate.clock_reading as r on r.record_no = c.record_no and r.kind = c.kind
