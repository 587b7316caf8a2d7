-- When each incident was open, read from its states one after the other. Footing compares this
-- with the sum of flows; where times are out of order the two differ, and the incident is named.
with
ins as (
  select
    record_no,
    event_at as started_at,
    row_number() over (partition by record_no order by event_at, step) as place
  from intermediate.flow_event
  where backlog_delta = 1
),

outs as (
  select
    record_no,
    event_at as ended_at,
    row_number() over (
      partition by record_no
      order by event not in ('resolved', 'cancelled') desc, event_at, step
    ) as place
  from intermediate.flow_event
  where backlog_delta = -1
)

select
  i.record_no,                -- Record, unique over sources
  i.started_at,               -- Opened or reopened
  case
    when o.ended_at is not null then greatest(o.ended_at, i.started_at)
    when c.state <> 'open' then greatest(coalesce(c.closed_at, c.updated_at), i.started_at)
  end as ended_at             -- Resolved or cancelled; null while open
from ins as i
join intermediate.counted_incident as c on c.record_no = i.record_no
left join outs as o on o.record_no = i.record_no and o.place = i.place
