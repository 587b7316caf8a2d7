-- Business hours of resolved incidents in the calendar of their resolution policy ("business hours"
-- where none applies), read as the difference of ASOF look-ups. Resolved before it was opened, or
-- before it was noticed, there are none.
-- @grain record_no
with
resolved as (
  select
    c.record_no,
    c.opened_at,
    coalesce(r.detected_at, c.opened_at) as known_at,
    c.resolved_at,
    coalesce(k.calendar, 'business hours') as calendar
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  left join intermediate.clock as k on k.record_no = c.record_no and k.kind = 'resolution'
  where c.resolved_at is not null
),

readings as (
  select
    t.*,
    working.reading(a, t.opened_at) as opened_reading,
    working.reading(b, t.resolved_at) as resolved_reading
  from resolved as t
  asof join intermediate.working_span as a
    on a.calendar = t.calendar and a.started_at <= t.opened_at
  asof join intermediate.working_span as b
    on b.calendar = t.calendar and b.started_at <= t.resolved_at
),

-- Few incidents are noticed at another time than they are opened.
noticed as (
  select t.record_no, working.reading(a, t.known_at) as known_reading
  from resolved as t
  asof join intermediate.working_span as a
    on a.calendar = t.calendar and a.started_at <= t.known_at
  where t.known_at <> t.opened_at
)

select
  r.record_no,                -- Record, unique over sources
  case
    when r.resolved_at >= r.opened_at then (r.resolved_reading - r.opened_reading) / 3600.0
  end as contact_hours,       -- Opening → final resolution
  case
    when r.resolved_at >= r.known_at
      then (r.resolved_reading - coalesce(n.known_reading, r.opened_reading)) / 3600.0
  end as business_hours       -- Detection, else opening → final resolution
from readings as r
left join noticed as n on n.record_no = r.record_no
