-- Which group held each record from when. Logs don't tell the first group: it is the first
-- change's "from", else the group now.
-- @grain record_key, happened_at, step
with
changes as (
  select
    c.record_key,
    greatest(c.changed_at, r.opened_at) as happened_at,
    row_number() over (
      partition by c.record_key order by c.changed_at, c.step, c.to_value, c.from_value
    ) as step,
    c.from_value,
    c.to_value as assignment_group
  from intermediate.change as c
  join staging.record as r using (record_key)
  where c.field = 'assignment_group'
),

firsts as (
  select record_key, arg_min_null(from_value, (happened_at, step)) as assignment_group
  from changes
  group by record_key
),

events as (
  select
    r.record_key,
    r.opened_at as happened_at,
    -1 as step,
    case when f.record_key is null then r.assignment_group else f.assignment_group end
      as assignment_group
  from staging.record as r
  left join firsts as f on f.record_key = r.record_key
  where r.opened_at is not null
  union all
  select record_key, happened_at, step, assignment_group from changes
)

select
  e.record_key,               -- Record, unique over sources
  e.happened_at,              -- Instant, never before the opening
  e.step,                     -- Order within the same instant
  e.assignment_group,         -- Null while nobody holds it
  t.tier                      -- Tier of the group
from events as e
left join intermediate.group_tier as t on t.assignment_group = e.assignment_group
