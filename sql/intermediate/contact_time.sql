-- Business time from opening to final resolution: what first contact is judged by.
-- @grain record_no
select
  c.record_no,                -- Record, unique over sources
  b.working_seconds_before + least(epoch(c.resolved_at) - epoch(b.started_at), b.working_seconds)
    - a.working_seconds_before
    - least(epoch(c.opened_at) - epoch(a.started_at), a.working_seconds) as used_seconds  -- Business hours
from (
  select record_no, opened_at, resolved_at, 'business hours' as calendar
  from intermediate.counted_incident
  where resolved_at >= opened_at
) as c
asof join intermediate.working_span as a
  on a.calendar = c.calendar and a.started_at <= c.opened_at
asof join intermediate.working_span as b
  on b.calendar = c.calendar and b.started_at <= c.resolved_at
