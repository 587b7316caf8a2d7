-- Where each clock stands: time used, and the instant the target was or would be reached.
-- @grain record_no, kind
with
running as (
  select
    *,
    coalesce(
      sum(counted_seconds) over (
        partition by record_no, kind order by started_at
        rows between unbounded preceding and 1 preceding
      ),
      0
    ) as used_before
  from intermediate.clock_span
),

reached as (
  select
    record_no,
    kind,
    any_value(calendar) as calendar,
    any_value(target_seconds) as target_seconds,
    sum(counted_seconds) as used_seconds,
    sum(case when stops_clock and not is_before then working_seconds else 0 end) as paused_seconds,
    sum(case when is_before then elapsed_seconds else 0 end) as before_seconds,
    sum(elapsed_seconds) as elapsed_seconds,
    sum(
      case
        when stops_clock or priority_changed_at is null then 0
        when not is_from_change and started_at < priority_changed_at then 0
        else working_seconds
      end
    ) as used_other_seconds,
    min(working_from + target_seconds - used_before) filter (
      where counted_seconds > 0
        and used_before < target_seconds
        and used_before + counted_seconds >= target_seconds
    ) as reading_at_target,
    max(working_from + working_seconds) as reading_at_end
  from running
  group by record_no, kind
),

due as (
  select
    *,
    coalesce(reading_at_target, reading_at_end + target_seconds - used_seconds) as due_reading
  from reached
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
