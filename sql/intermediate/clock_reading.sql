-- Where each clock stands: time used, and the instant the target was or would be reached.
-- @grain record_no, kind
with
totals as (
  select
    s.record_no,
    s.kind,
    any_value(c.calendar) as calendar,
    any_value(c.target_seconds) as target_seconds,
    sum(s.counted_seconds) as used_seconds,
    sum(case when s.stops_clock and not s.is_before then s.working_seconds else 0 end)
      as paused_seconds,
    sum(case when s.is_before then s.elapsed_seconds else 0 end) as before_seconds,
    sum(s.elapsed_seconds) as elapsed_seconds,
    sum(
      case
        when s.stops_clock or c.priority_changed_at is null then 0
        when not c.is_from_change and s.started_at < c.priority_changed_at then 0
        else s.working_seconds
      end
    ) as used_other_seconds,
    max(s.working_from + s.working_seconds) as reading_at_end
  from intermediate.clock_span as s
  join intermediate.clock as c on c.record_no = s.record_no and c.kind = s.kind
  group by s.record_no, s.kind
),

-- Only the tapes of clocks that used up their target have to be wound back to the moment.
used_up as (
  select
    s.record_no,
    s.kind,
    s.working_from,
    s.counted_seconds,
    t.target_seconds,
    coalesce(
      sum(s.counted_seconds) over (
        partition by s.record_no, s.kind order by s.started_at
        rows between unbounded preceding and 1 preceding
      ),
      0
    ) as used_before
  from totals as t
  join intermediate.clock_span as s on s.record_no = t.record_no and s.kind = t.kind
  where t.used_seconds >= t.target_seconds
),

reached as (
  select
    record_no,
    kind,
    min(working_from + target_seconds - used_before) as reading_at_target
  from used_up
  where counted_seconds > 0
    and used_before < target_seconds
    and used_before + counted_seconds >= target_seconds
  group by record_no, kind
),

-- Opened at the data's own now, or stopped at once: no tape yet, but a due time.
at_once as (
  select
    c.record_no,
    c.kind,
    c.calendar,
    c.target_seconds,
    0 as used_seconds,
    0 as paused_seconds,
    0 as before_seconds,
    0 as elapsed_seconds,
    0 as used_other_seconds,
    working.reading(s, c.started_at) as reading_at_end
  from intermediate.clock as c
  asof join intermediate.working_span as s
    on s.calendar = c.calendar and s.started_at <= c.started_at
  where c.counted_until = c.started_at
),

due as (
  select
    t.*,
    coalesce(r.reading_at_target, t.reading_at_end + t.target_seconds - t.used_seconds)
      as due_reading
  from (
    select * from totals
    union all by name
    select * from at_once
  ) as t
  left join reached as r on r.record_no = t.record_no and r.kind = t.kind
)

select
  d.record_no,                -- Record, unique over sources
  d.kind,                     -- response, resolution
  d.used_seconds,             -- Counted working time
  d.paused_seconds,           -- Working time while the clock was stopped
  d.before_seconds,           -- Elapsed time before the clock counted
  d.elapsed_seconds,          -- Around the clock
  d.used_other_seconds,       -- Used under the other reading of a priority change; 0 without one
  working.moment_of(s, d.due_reading) as due_at  -- Target reached, or would be if nothing stops the clock
from due as d
asof join intermediate.working_span as s
  on s.calendar = d.calendar and s.working_seconds_before < d.due_reading
