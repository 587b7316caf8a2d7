-- How each resolution clock with a verdict lies to the changes of shifts of the roster: near is within
-- an hour of one. No rows without a roster.
-- @grain record_no
with
boundaries as (
  select distinct minute
  from (
    select starts_minute % 1440 as minute from settings.shift
    union all
    select ends_minute % 1440 as minute from settings.shift
  )
),

clocks as (
  select
    record_no,
    calendar,
    coalesce(breached_at, due_at) as used_at,
    verdict = 'breached' as is_breached
  from intermediate.sla_result
  where kind = 'resolution'
    and verdict is not null
    and coalesce(breached_at, due_at) is not null
    and exists (select 1 from boundaries)
),

-- The minutes of the day that are near a change, told once: 1,440 comparisons instead of one a record.
near_minutes as (
  select m.local_minute
  from unnest(range(1440)) as m(local_minute)
  where exists (
    select 1 from boundaries as b where (m.local_minute - b.minute + 60 + 1440) % 1440 < 120
  )
),

placed as (
  select
    c.*,
    (epoch(timezone(w.zone, c.used_at))::bigint // 60 % 1440)::integer as local_minute
  from clocks as c
  cross join settings.workspace as w
),

ran as (
  select
    s.record_no,
    s.counted_seconds,
    coalesce(working.reading(b, s.ended_at), 0) - coalesce(working.reading(a, s.started_at), 0)
      as near_seconds
  from intermediate.clock_span as s
  asof left join intermediate.handover_span as a
    on a.calendar = s.calendar and a.started_at <= s.started_at
  asof left join intermediate.handover_span as b
    on b.calendar = s.calendar and b.started_at <= s.ended_at
  where s.kind = 'resolution'
    and s.counted_seconds > 0
    and exists (select 1 from boundaries)
),

exposure as (
  select
    record_no,
    sum(counted_seconds) as counted_seconds,
    sum(near_seconds) as near_seconds
  from ran
  group by record_no
),

handoffs as (
  select
    s.record_no,
    (epoch(timezone(w.zone, s.started_at))::bigint // 60 % 1440)::integer as local_minute
  from marts.fct_assignment_span as s
  join intermediate.counted_incident as i on i.record_no = s.record_no
  cross join settings.workspace as w
  where s.started_at > i.opened_at
),

handed as (
  select
    h.record_no,
    count(*)::integer as handoff_count,
    count(n.local_minute)::integer as near_handoff_count
  from handoffs as h
  left join near_minutes as n on n.local_minute = h.local_minute
  group by h.record_no
)

select
  p.record_no,                -- Record, unique over sources
  p.used_at,                  -- When the target was used up, or would have been
  p.is_breached,              -- Missed the target
  n.local_minute is not null as is_near,   -- That lies near a change of shifts
  p.local_minute,             -- Minute of the local day of it
  coalesce(e.counted_seconds, 0) as counted_seconds,  -- Working time the clock ran
  coalesce(e.near_seconds, 0) as near_seconds,        -- Part of it near a change of shifts
  coalesce(h.handoff_count, 0) as handoff_count,      -- Changes of group after the opening
  coalesce(h.near_handoff_count, 0) as near_handoff_count  -- Those near a change of shifts
from placed as p
left join near_minutes as n on n.local_minute = p.local_minute
left join exposure as e on e.record_no = p.record_no
left join handed as h on h.record_no = p.record_no
