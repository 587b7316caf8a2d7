-- Incidents of a CI that were opened within three days (setting) of a change on it, where they are more than
-- twice as many as its usual rate gives, and far beyond chance. A change counts from its end: its resolution, else
-- its closing.
-- @grain ci, record_no
with
changes as (
  select distinct trim(r.ci) as ci, coalesce(r.resolved_at, r.closed_at) as changed_at
  from staging.record as r
  where r.record_type = 'change'
    and nullif(trim(r.ci), '') is not null
    and coalesce(r.resolved_at, r.closed_at) is not null
    and r.status is distinct from 'cancelled'
),

incidents as (
  select f.record_no, f.ci, f.opened_at, c.changed_at
  from intermediate.incident_facet as f
  asof left join changes as c on c.ci = f.ci and c.changed_at <= f.opened_at
  where f.ci is not null
),

lives as (
  select
    ci,
    epoch(max(opened_at)) - epoch(min(opened_at)) as seconds,
    count(*) as incident_count
  from incidents
  group by ci
),

exposures as (
  select c.ci, count(*) * any_value(d.after_change_hours) * 3600 as seconds
  from changes as c
  cross join settings.problem_detection as d
  group by c.ci
),

near as (
  select i.record_no, i.ci
  from incidents as i
  cross join settings.problem_detection as d
  where i.opened_at <= i.changed_at + to_hours(d.after_change_hours)
),

counted as (
  select
    n.ci,
    count(*) as near_count,
    any_value(
      (l.incident_count - p.near_all) / greatest(l.seconds - e.seconds, e.seconds) * e.seconds
    ) as expected_count
  from near as n
  join (select ci, count(*) as near_all from near group by ci) as p on p.ci = n.ci
  join lives as l on l.ci = n.ci
  join exposures as e on e.ci = n.ci
  group by n.ci
)

select
  n.ci,                       -- Configuration item
  n.record_no                 -- Incident after a change on it
from near as n
join counted as c on c.ci = n.ci
cross join settings.problem_detection as d
where c.near_count >= greatest(d.minimum_incidents, 2 * c.expected_count)
  and c.near_count >= c.expected_count + 4 * sqrt(greatest(c.expected_count, 0.25))
