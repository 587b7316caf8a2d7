-- Open incidents at the end of each local day, up to the data's own now, counted from the spans
-- in which each incident was open.
-- @grain day, source, service, priority, category, assignment_group, tier, channel, location, is_major, age_band
with
days as (
  select s.record_key, w.zone, w.aged_days, d.day::date as day
  from marts.fct_open_span as s
  cross join settings.workspace as w
  cross join unnest(generate_series(
    s.first_on::timestamp,
    least(s.last_on, timezone(w.zone, w.as_of)::date)::timestamp,
    interval 1 day
  )) as d(day)
),

aged as (
  select
    d.day,
    c.source,
    c.service,
    c.priority,
    c.category,
    c.assignment_group,
    c.tier,
    c.channel,
    c.location,
    c.is_major,
    d.day - timezone(d.zone, c.opened_at)::date as age_days,
    d.aged_days,
    coalesce(timezone(d.zone, s.due_at)::date <= d.day, false) as is_breached
  from days as d
  join intermediate.counted_incident as c on c.record_key = d.record_key
  left join intermediate.sla_result as s
    on s.record_key = d.record_key and s.kind = 'resolution'
)

select
  day,                        -- Local day
  source,                     -- Source, as configured
  service,                    -- As exported
  priority,                   -- P1–P5
  category,                   -- As exported
  assignment_group,           -- Now
  tier,                       -- Tier of the group
  channel,                    -- How it was reported
  location,                   -- As exported
  is_major,                   -- Declared major
  case
    when age_days < 2 then '0–2 days'
    when age_days < 5 then '2–5 days'
    when age_days < 10 then '5–10 days'
    when age_days < 30 then '10–30 days'
    else 'over 30 days'
  end as age_band,            -- Age at the end of the day
  count(*)::integer as open_count,                                      -- Open
  (count(*) filter (where age_days >= aged_days))::integer as aged_count,  -- Older than the setting
  (count(*) filter (where is_breached))::integer as breached_count      -- Past their resolution target
from aged
group by all
order by day
