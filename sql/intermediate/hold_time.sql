-- Time to resolve of each incident, parted into hours in statuses that stop the clock and the rest.
-- Without a status history nobody knows, so such incidents have no row; neither have those without
-- a plausible time to resolve.
-- @grain record_no
with
told as (
  select
    t.record_no,
    coalesce(t.detected_at, t.opened_at) as known_at,
    t.resolved_at,
    t.resolve_hours
  from intermediate.incident_times as t
  join intermediate.correction as h on h.record_no = t.record_no and h.has_status_change
  where t.resolve_hours is not null
),

held as (
  select
    t.record_no,
    sum(
      epoch_us(least(coalesce(s.ended_at, t.resolved_at), t.resolved_at))
        - epoch_us(greatest(s.started_at, t.known_at))
    ) / 3.6e9 as hold_hours
  from told as t
  join intermediate.segment as s
    on s.record_no = t.record_no
    and s.started_at < t.resolved_at
    and (s.ended_at is null or s.ended_at > t.known_at)
  where s.stops_clock
  group by t.record_no
)

select
  t.record_no,                -- Record, unique over sources
  coalesce(h.hold_hours, 0) as hold_hours,  -- In statuses that stop the clock
  t.resolve_hours - coalesce(h.hold_hours, 0) as active_hours  -- In all others
from told as t
left join held as h on h.record_no = t.record_no
