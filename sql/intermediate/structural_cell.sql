-- Where incidents pile up beyond what their service explains: a CI, or a CI and subcategory, or a subcategory and
-- a value of the attributes in the configuration, with at least twice the incidents to expect and far beyond
-- chance. Expected of a CI is the mean of its service's CIs, of two together what they would have by chance. Of a CI
-- and its subcategories the one that explains nearly as much with less is taken.
-- @grain cell, record_no
with
recent as (
  select f.*
  from intermediate.incident_facet as f
  cross join settings.problem_detection as d
  cross join settings.workspace as w
  where f.opened_at > w.as_of - to_days(7 * d.window_weeks)
),

services as (
  select
    service,
    count(*) filter (where ci is not null) as with_ci_count,
    count(distinct ci) as ci_count
  from recent
  where service is not null
  group by service
),

by_ci as (
  select r.service, r.ci, count(*) as incident_count, any_value(s.with_ci_count / s.ci_count) as expected_count
  from recent as r
  join services as s on s.service = r.service
  where r.ci is not null
  group by r.service, r.ci
),

by_subcategory as (
  select
    r.service, r.ci, r.subcategory, r.incident_count,
    c.incident_count as ci_count,
    c.incident_count
      * (sum(r.incident_count) over (partition by r.service, r.subcategory) / s.with_ci_count)
      as expected_count
  from (
    select service, ci, subcategory, count(*) as incident_count
    from recent
    where ci is not null and subcategory is not null and service is not null
    group by service, ci, subcategory
  ) as r
  join by_ci as c on c.service = r.service and c.ci = r.ci
  join services as s on s.service = r.service
),

by_attribute as (
  select
    *,
    sum(incident_count) over (partition by service, category, subcategory)
      * (sum(incident_count) over (partition by attribute, value) / sum(incident_count) over (partition by attribute))
      as expected_count
  from (
    select
      r.service, r.category, r.subcategory, a.attribute, trim(t.attributes[a.attribute]) as value,
      count(*) as incident_count
    from recent as r
    join staging.record as t on t.record_no = r.record_no
    cross join settings.problem_attribute as a
    where trim(t.attributes[a.attribute]) <> ''
    group by all
  )
),

standing_out as (
  select 'ci' as level, c.service, null as category, c.ci, null as subcategory, null as attribute, null as value
  from by_ci as c
  cross join settings.problem_detection as d
  where c.incident_count >= greatest(d.minimum_incidents, 2 * c.expected_count)
    and c.incident_count >= c.expected_count + 4 * sqrt(c.expected_count)
    -- Where one of its subcategories is nearly all of it, that one says more.
    and not exists (
      select 1 from by_subcategory as s
      where s.service = c.service and s.ci = c.ci and s.incident_count >= 0.7 * c.incident_count
    )
  union all
  select 'ci and subcategory', s.service, null, s.ci, s.subcategory, null, null
  from by_subcategory as s
  join by_ci as c on c.service = s.service and c.ci = s.ci
  cross join settings.problem_detection as d
  where s.incident_count >= d.minimum_incidents
    and (
      s.incident_count >= greatest(2 * s.expected_count, s.expected_count + 4 * sqrt(s.expected_count))
      or (
        s.incident_count >= 0.7 * s.ci_count
        and s.ci_count >= greatest(2 * c.expected_count, c.expected_count + 4 * sqrt(c.expected_count))
      )
    )
  union all
  select 'attribute', a.service, a.category, null, a.subcategory, a.attribute, a.value
  from by_attribute as a
  cross join settings.problem_detection as d
  where a.incident_count >= greatest(d.minimum_incidents, 2 * a.expected_count)
    and a.incident_count >= a.expected_count + 4 * sqrt(a.expected_count)
)

select
  concat_ws(' · ', o.ci, o.value, o.subcategory, o.category, o.service) as cell,  -- In words
  f.record_no                 -- Incident in it, whenever it was opened
from standing_out as o
join intermediate.incident_facet as f
  on f.service = o.service
  and f.ci = o.ci
  and (o.subcategory is null or f.subcategory = o.subcategory)
where o.level <> 'attribute'
union all
select concat_ws(' · ', o.ci, o.value, o.subcategory, o.category, o.service), t.record_no
from standing_out as o
join staging.record as t on trim(t.attributes[o.attribute]) = o.value
join intermediate.incident_facet as f
  on f.record_no = t.record_no
  and f.service is not distinct from o.service
  and f.category is not distinct from o.category
  and f.subcategory is not distinct from o.subcategory
where o.level = 'attribute'
