-- What moved the backlog: opened, reopened, resolved, cancelled. The final resolution stands at
-- the time figures use; earlier ones, and those of incidents open again, at their history's time.
-- @grain record_no, event, event_at, step
with
resolutions as (
  select
    s.record_no,
    s.happened_at,
    s.step,
    row_number() over (partition by s.record_no order by s.happened_at desc, s.step desc)
      as from_last
  from intermediate.state_change as s
  where s.to_state = 'resolved' and s.from_state = 'open'
)

select
  record_no,                  -- Record, unique over sources
  'opened' as event,          -- opened, reopened, resolved, resolved and later reopened, cancelled
  opened_at as event_at,      -- Instant
  0 as step,                  -- Order within the same instant
  1 as backlog_delta          -- Change of the backlog
from intermediate.counted_incident
union all
select s.record_no, 'reopened', s.happened_at, s.step, 1
from intermediate.state_change as s
join intermediate.counted_incident as c on c.record_no = s.record_no
where s.to_state = 'open' and s.from_state = 'resolved' and c.state <> 'withdrawn'
union all
select record_no, 'resolved', resolved_at, 0, -1
from intermediate.counted_incident
where state = 'resolved' and resolved_at is not null
union all
select s.record_no, 'resolved, later reopened', s.happened_at, s.step, -1
from resolutions as s
join intermediate.counted_incident as c on c.record_no = s.record_no
where c.state <> 'withdrawn'
  and (s.from_last > 1 or c.state = 'open')
union all
select record_no, 'cancelled', withdrawn_at, 0, -1
from intermediate.counted_incident
where state = 'withdrawn'
