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
    sum(case when stops_clock then working_seconds else 0 end) as paused_seconds,
    min(working_from + target_seconds - used_before) filter (
      where used_before < target_seconds and used_before + counted_seconds >= target_seconds
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
  s.started_at + to_microseconds(((d.due_reading - s.working_seconds_before) * 1e6)::bigint)
    as due_at                 -- Target reached, or would be if nothing stops the clock
from due as d
asof join intermediate.working_span as s
  on s.calendar = d.calendar and s.working_seconds_before < d.due_reading
