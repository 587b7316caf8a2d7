-- Columns of the exports that the configuration asks for: up to eight that became dimensions, and
-- the number of affected users. No rows where none is asked for, so that the map isn't read at all.
-- @grain record_no
with
asked as (
  select
    any_value(w.affected_users_attribute) as affected_users,
    any_value(a.attribute) filter (where a.position = 1) as attribute_1,
    any_value(a.attribute) filter (where a.position = 2) as attribute_2,
    any_value(a.attribute) filter (where a.position = 3) as attribute_3,
    any_value(a.attribute) filter (where a.position = 4) as attribute_4,
    any_value(a.attribute) filter (where a.position = 5) as attribute_5,
    any_value(a.attribute) filter (where a.position = 6) as attribute_6,
    any_value(a.attribute) filter (where a.position = 7) as attribute_7,
    any_value(a.attribute) filter (where a.position = 8) as attribute_8
  from settings.workspace as w
  left join settings.attribute as a on true
  having count(a.attribute) > 0 or count(w.affected_users_attribute) > 0
),

texts as (
  select
    r.record_no,
    try_cast(trim(r.attributes[q.affected_users]) as double) as affected_users,
    nullif(trim(r.attributes[q.attribute_1]), '') as attribute_1,
    nullif(trim(r.attributes[q.attribute_2]), '') as attribute_2,
    nullif(trim(r.attributes[q.attribute_3]), '') as attribute_3,
    nullif(trim(r.attributes[q.attribute_4]), '') as attribute_4,
    nullif(trim(r.attributes[q.attribute_5]), '') as attribute_5,
    nullif(trim(r.attributes[q.attribute_6]), '') as attribute_6,
    nullif(trim(r.attributes[q.attribute_7]), '') as attribute_7,
    nullif(trim(r.attributes[q.attribute_8]), '') as attribute_8
  from staging.record as r
  cross join asked as q
)

select
  record_no,                  -- Record, unique over sources
  case when affected_users >= 0 and isfinite(affected_users) then affected_users end
    as affected_users,        -- Null where no number is stated
  attribute_1,                -- Dimension of the configuration
  attribute_2,                -- Dimension of the configuration
  attribute_3,                -- Dimension of the configuration
  attribute_4,                -- Dimension of the configuration
  attribute_5,                -- Dimension of the configuration
  attribute_6,                -- Dimension of the configuration
  attribute_7,                -- Dimension of the configuration
  attribute_8                 -- Dimension of the configuration
from texts
