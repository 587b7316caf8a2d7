-- Who used the time of each breached clock, by the minutes that counted while they held it; cut at
-- the roster's boundaries where there is a roster.
-- @grain record_no, kind, assignment_group, shift
with
spans as (
  select s.*
  from intermediate.clock_span as s
  join intermediate.sla_result as c on c.record_no = s.record_no and c.kind = s.kind
  where c.verdict = 'breached' and s.counted_seconds > 0
),

by_shift as (
  select
    s.record_no,
    s.kind,
    s.assignment_group,
    h.shift,
    working.reading(b, s.ended_at)
      - coalesce(working.reading(a, s.started_at), 0) as used_seconds
  from spans as s
  cross join (select distinct shift from settings.shift) as h
  asof left join intermediate.shift_span as a
    on a.calendar = s.calendar and a.shift = h.shift and a.started_at <= s.started_at
  asof join intermediate.shift_span as b
    on b.calendar = s.calendar and b.shift = h.shift and b.started_at <= s.ended_at
),

-- Hours that no shift covers are nobody's shift.
used as (
  select record_no, kind, assignment_group, shift, used_seconds from by_shift
  union all
  select record_no, kind, assignment_group, null, counted_seconds from spans
  union all
  select record_no, kind, assignment_group, null, -used_seconds from by_shift
),

summed as (
  select record_no, kind, assignment_group, shift, sum(used_seconds) as used_seconds
  from used
  group by record_no, kind, assignment_group, shift
)

select
  s.record_no,                -- Record, unique over sources
  s.kind,                     -- response, resolution
  s.assignment_group,         -- Who held it; null while nobody did
  g.tier,                     -- Tier of the group
  s.shift,                    -- Shift of the roster; null outside every shift
  s.used_seconds,             -- Counted working time
  s.used_seconds / sum(s.used_seconds) over (partition by s.record_no, s.kind)
    as used_share             -- 0–1 of what the clock used
from summed as s
left join intermediate.group_tier as g on g.assignment_group = s.assignment_group
where s.used_seconds > 1e-6
