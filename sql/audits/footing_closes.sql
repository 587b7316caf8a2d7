-- An incident is open on a day as often as its flows up to that day say.
-- Where its times are out of order, the footing of those days keeps the incident as a residual.
-- @severity warn
with
days as (
  select record_no, event_on as day from marts.fct_flow
  union
  select record_no, last_on + 1 from marts.fct_open_span where last_on is not null
),

flows as (
  select d.record_no, d.day, sum(f.backlog_delta) as open_by_flows
  from days as d
  join marts.fct_flow as f on f.record_no = d.record_no and f.event_on <= d.day
  group by d.record_no, d.day
),

spans as (
  select d.record_no, d.day, count(*) as open_by_spans
  from days as d
  join marts.fct_open_span as s
    on s.record_no = d.record_no
    and s.first_on <= d.day
    and (s.last_on is null or s.last_on >= d.day)
  group by d.record_no, d.day
)

select
  i.source,
  i.number,
  min(f.day) as first_day,
  max(f.day) as last_day
from flows as f
join marts.fct_incident as i on i.record_no = f.record_no
left join spans as s on s.record_no = f.record_no and s.day = f.day
where f.open_by_flows <> coalesce(s.open_by_spans, 0)
group by i.source, i.number
order by i.source, i.number
