-- Business hours of resolved incidents, read as the difference of two ASOF look-ups.
-- @grain record_no
with
resolved as (
  select
    c.record_no,
    c.opened_at,
    coalesce(r.detected_at, c.opened_at) as known_at,
    c.resolved_at,
    'business hours' as contact_calendar,
    coalesce(k.calendar, 'business hours') as calendar
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  left join intermediate.clock as k on k.record_no = c.record_no and k.kind = 'resolution'
  where c.resolved_at is not null
),

contacts as (
  select
    t.record_no,
    working.reading(b, t.resolved_at) - working.reading(a, t.opened_at) as contact_seconds
  from resolved as t
  asof join intermediate.working_span as a
    on a.calendar = t.contact_calendar and a.started_at <= t.opened_at
  asof join intermediate.working_span as b
    on b.calendar = t.contact_calendar and b.started_at <= t.resolved_at
  where t.resolved_at >= t.opened_at
),

workings as (
  select
    t.record_no,
    working.reading(b, t.resolved_at) - working.reading(a, t.known_at) as working_seconds
  from resolved as t
  asof join intermediate.working_span as a
    on a.calendar = t.calendar and a.started_at <= t.known_at
  asof join intermediate.working_span as b
    on b.calendar = t.calendar and b.started_at <= t.resolved_at
  where t.resolved_at >= t.known_at
)

select
  t.record_no,                -- Record, unique over sources
  c.contact_seconds / 3600.0 as contact_hours,   -- Opening → final resolution, in "business hours"
  w.working_seconds / 3600.0 as business_hours   -- Detection, else opening → final resolution, in the calendar of its policy
from resolved as t
left join contacts as c on c.record_no = t.record_no
left join workings as w on w.record_no = t.record_no
