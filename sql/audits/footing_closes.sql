-- The sum of flows up to each day is the backlog of that day.
-- Incidents whose times are out of order are the reason where it is not.
-- @severity warn
with
flow as (
  select event_on as day, sum(backlog_delta) as delta
  from marts.fct_flow
  group by event_on
),

running as (
  select day, sum(delta) over (order by day) as backlog_by_flow from flow
),

counted as (
  select day, sum(open_count) as backlog_counted from marts.fct_backlog_day group by day
)

select
  f.day,
  f.backlog_by_flow,
  coalesce(c.backlog_counted, 0) as backlog_counted
from running as f
left join counted as c on c.day = f.day
where f.backlog_by_flow <> coalesce(c.backlog_counted, 0)
  and f.day <= (select max(day) from marts.fct_backlog_day)
order by f.day
