-- Our verdict on each clock. Met: used time within the target. Running and past it: breached.
-- Running and not yet due: no verdict.
-- @grain record_no, kind
with
readings as (
  select
    c.*,
    r.due_at,
    coalesce(r.used_seconds, 0) as used_seconds,
    coalesce(r.paused_seconds, 0) as paused_seconds,
    coalesce(r.before_seconds, 0) as before_seconds,
    coalesce(r.elapsed_seconds, 0) as elapsed_seconds,
    r.used_other_seconds,
    r.record_no is null or coalesce(c.stopped_at < c.started_at, false) as is_off_calendar
  from intermediate.clock as c
  left join intermediate.clock_reading as r on r.record_no = c.record_no and r.kind = c.kind
),

verdicts as (
  select
    *,
    case
      when is_off_calendar then null
      when used_seconds > target_seconds then 'breached'
      when stopped_at is not null then 'met'
    end as verdict,
    case
      when is_off_calendar or priority_changed_at is null then null
      when used_other_seconds > target_seconds then 'breached'
      when stopped_at is not null then 'met'
    end as verdict_other
  from readings
)

select
  record_no,                  -- Record, unique over sources
  kind,                       -- response, resolution
  policy,                     -- Policy that promises it
  calendar,                   -- Calendar the target is counted in
  target_seconds,             -- Target in working time
  started_at,                 -- Clock started
  counts_from,                -- Time before doesn't count
  stopped_at,                 -- Clock stopped; null while it runs
  due_at,                     -- Target reached; null beyond the calendar's end
  used_seconds,               -- Counted working time
  paused_seconds,             -- Working time while stopped
  before_seconds,             -- Elapsed time before the clock counted
  elapsed_seconds - before_seconds - used_seconds - paused_seconds as outside_seconds,  -- Outside the calendar's hours
  elapsed_seconds,            -- Around the clock
  target_seconds - used_seconds as margin_seconds,      -- Left of the target; negative when breached
  case when verdict = 'breached' then due_at end as breached_at,  -- When the target was used up
  verdict,                    -- met, breached; null while running and not due, or off the calendar
  priority_changed_at,        -- Last change of priority while it ran; null when there is none
  is_from_change,             -- The target counts from that change
  verdict_other               -- Under the other reading; null where the priority never changed
from verdicts
