-- Days on which incidents of one kind come in a flood: far more than its usual day, at the level that explains
-- most with least. A kind is a service and category, with subcategory, with CI, or with the value of an attribute in
-- the configuration; of nested ones that flood on the same day the narrowest is taken that has most of it.
-- @grain burst, record_no
with
recent as (
  select
    f.record_no,
    f.service,
    f.category,
    f.subcategory,
    f.ci,
    (f.opened_at at time zone w.zone)::date as opened_on
  from intermediate.incident_facet as f
  cross join settings.problem_detection as d
  cross join settings.workspace as w
  where f.opened_at > w.as_of - to_days(7 * d.window_weeks)
),

kinds as (
  select record_no, opened_on, 1 as depth, concat_ws(' · ', service, category) as kind
  from recent where service is not null or category is not null
  union all
  select record_no, opened_on, 2, concat_ws(' · ', service, category, subcategory)
  from recent where subcategory is not null
  union all
  select record_no, opened_on, 3, concat_ws(' · ', service, category, subcategory, ci)
  from recent where ci is not null
  union all
  select
    r.record_no, r.opened_on, 3,
    concat_ws(' · ', r.service, r.category, r.subcategory, trim(t.attributes[a.attribute]))
  from recent as r
  join staging.record as t on t.record_no = r.record_no
  cross join settings.problem_attribute as a
  where trim(t.attributes[a.attribute]) <> ''
),

days as (
  select depth, kind, opened_on, count(*) as incident_count
  from kinds
  group by depth, kind, opened_on
),

-- A kind's days without incidents count too, from the first incident of all to the last.
spans as (
  select greatest(date_diff('day', min(opened_on), max(opened_on)) + 1, 28) as day_count from recent
),

usual as (
  select
    y.depth,
    y.kind,
    y.opened_on,
    y.incident_count,
    (sum(y.incident_count) over k - y.incident_count) / (s.day_count - 1) as usual_count,
    sqrt(greatest(
      (sum(y.incident_count ** 2) over k - y.incident_count ** 2) / (s.day_count - 1)
        - ((sum(y.incident_count) over k - y.incident_count) / (s.day_count - 1)) ** 2,
      (sum(y.incident_count) over k - y.incident_count) / (s.day_count - 1)
    )) as usual_deviation
  from days as y
  cross join spans as s
  window k as (partition by y.depth, y.kind)
),

floods as (
  select u.depth, u.kind, u.opened_on, u.incident_count
  from usual as u
  cross join settings.problem_detection as d
  where u.incident_count >= greatest(d.minimum_incidents, 3 * u.usual_count)
    and u.incident_count >= u.usual_count + 6 * greatest(u.usual_deviation, 0.5)
),

members as (
  select f.depth, f.kind, f.opened_on, f.incident_count, k.record_no
  from floods as f
  join kinds as k on k.depth = f.depth and k.kind = f.kind and k.opened_on = f.opened_on
),

-- A flood that a narrower kind has most of is told by that one, and so is one that is a small part of a wider.
nested as (
  select
    wide.depth as wide_depth, wide.kind as wide_kind,
    narrow.depth as narrow_depth, narrow.kind as narrow_kind,
    wide.opened_on,
    count(*) / any_value(wide.incident_count) as narrow_share
  from members as wide
  join members as narrow
    on narrow.record_no = wide.record_no
    and narrow.opened_on = wide.opened_on
    and narrow.depth > wide.depth
  group by all
)

select
  m.kind || ' on ' || m.opened_on as burst,  -- In words, with its day
  m.record_no                 -- Incident in it
from members as m
where not exists (
    select 1 from nested as n
    where n.wide_depth = m.depth and n.wide_kind = m.kind and n.opened_on = m.opened_on
      and n.narrow_share >= 0.7
  )
  and not exists (
    select 1 from nested as n
    where n.narrow_depth = m.depth and n.narrow_kind = m.kind and n.opened_on = m.opened_on
      and n.narrow_share < 0.7
  )
