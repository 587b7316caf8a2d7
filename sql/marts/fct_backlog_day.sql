-- Open incidents at the end of each local day, up to the data's own now, counted from the spans
-- in which each incident was open.
-- @grain day, slice_no, age_band
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
      c.location, c.is_major, c.attribute_1, c.attribute_2, c.attribute_3, c.attribute_4,
      c.attribute_5, c.attribute_6, c.attribute_7, c.attribute_8
    ) as slice,
    y.opened_on,
    d.due_on
  from intermediate.counted_incident as c
  join intermediate.incident_days as y on y.record_no = c.record_no
  left join due as d on d.record_no = c.record_no
),

-- Each combination of the dimensions, told by one incident that has it.
slices as (
  select slice, min(record_no) as record_no
  from incidents
  group by slice
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
    settings.age_band(day - opened_on) as age_band,
    count(*)::integer as open_count,
    (count(*) filter (where day - opened_on >= aged_days))::integer as aged_count,
    (count(*) filter (where due_on <= day))::integer as breached_count
  from spans
  group by all
)

select
  d.day,                      -- Local day
  s.record_no as slice_no,    -- Only tells two combinations of the dimensions apart
  c.source,                   -- Source, as configured
  c.service,                  -- As exported
  c.priority,                 -- P1–P5
  c.category,                 -- As exported
  c.assignment_group,         -- Now
  c.tier,                     -- Tier of the group
  c.channel,                  -- How it was reported
  c.location,                 -- As exported
  c.is_major,                 -- Declared major
  c.attribute_1,              -- Dimension of the configuration
  c.attribute_2,              -- Dimension of the configuration
  c.attribute_3,              -- Dimension of the configuration
  c.attribute_4,              -- Dimension of the configuration
  c.attribute_5,              -- Dimension of the configuration
  c.attribute_6,              -- Dimension of the configuration
  c.attribute_7,              -- Dimension of the configuration
  c.attribute_8,              -- Dimension of the configuration
  d.age_band,                 -- Age at the end of the day
  d.open_count,               -- Open
  d.aged_count,               -- Older than the setting
  d.breached_count            -- Past their resolution target
from days as d
join slices as s on s.slice = d.slice
join intermediate.counted_incident as c on c.record_no = s.record_no
