-- Open incidents at the end of each local day, up to the data's own now, counted from the spans
-- in which each incident was open.
-- @grain day, source, service, priority, category, assignment_group, tier, channel, location, is_major, age_band
with
due as (
  select s.record_no, timezone(w.zone, s.due_at)::date as due_on
  from intermediate.sla_result as s
  cross join settings.workspace as w
  where s.kind = 'resolution' and s.due_at <= w.as_of
),

-- Counting by one number instead of nine texts: texts made this the costliest model.
incidents as (
  select
    c.record_no,
    hash(
      c.source, c.service, c.priority, c.category, c.assignment_group, c.tier, c.channel,
      c.location, c.is_major
    ) as slice,
    y.opened_on,
    d.due_on
  from intermediate.counted_incident as c
  join intermediate.incident_days as y on y.record_no = c.record_no
  left join due as d on d.record_no = c.record_no
),

slices as (
  select distinct on (slice) i.slice, c.*
  from incidents as i
  join intermediate.counted_incident as c on c.record_no = i.record_no
),

spans as (
  select
    i.slice,
    i.opened_on,
    i.due_on,
    w.aged_days,
    unnest(generate_series(
      s.first_on::timestamp,
      least(s.last_on, timezone(w.zone, w.as_of)::date)::timestamp,
      interval 1 day
    ))::date as day
  from marts.fct_open_span as s
  join incidents as i on i.record_no = s.record_no
  cross join settings.workspace as w
),

days as (
  select
    day,
    slice,
    case
      when day - opened_on < 2 then '0–2 days'
      when day - opened_on < 5 then '2–5 days'
      when day - opened_on < 10 then '5–10 days'
      when day - opened_on < 30 then '10–30 days'
      else 'over 30 days'
    end as age_band,
    count(*)::integer as open_count,
    (count(*) filter (where day - opened_on >= aged_days))::integer as aged_count,
    (count(*) filter (where due_on <= day))::integer as breached_count
  from spans
  group by all
)

select
  d.day,                      -- Local day
  s.source,                   -- Source, as configured
  s.service,                  -- As exported
  s.priority,                 -- P1–P5
  s.category,                 -- As exported
  s.assignment_group,         -- Now
  s.tier,                     -- Tier of the group
  s.channel,                  -- How it was reported
  s.location,                 -- As exported
  s.is_major,                 -- Declared major
  d.age_band,                 -- Age at the end of the day
  d.open_count,               -- Open
  d.aged_count,               -- Older than the setting
  d.breached_count            -- Past their resolution target
from days as d
join slices as s on s.slice = d.slice
