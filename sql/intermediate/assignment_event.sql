-- Which group held each record from when. Logs don't tell the first group: it is the first
-- change's "from", else the group now.
-- @grain record_no, happened_at, step
with
changes as (
  select
    c.record_no,
    greatest(c.changed_at, r.opened_at) as happened_at,
    row_number() over (
      partition by c.record_no order by c.changed_at, c.step, c.to_value, c.from_value
    ) as step,
    c.from_value,
    c.to_value as assignment_group
  from intermediate.change as c
  join staging.record as r using (record_no)
  where c.field = 'assignment_group'
),

firsts as (
  select record_no, arg_min_null(from_value, (happened_at, step)) as assignment_group
  from changes
  group by record_no
),

events as (
  select
    r.record_no,
    r.opened_at as happened_at,
    -1 as step,
    case when f.record_no is null then r.assignment_group else f.assignment_group end
      as assignment_group
  from staging.record as r
  left join firsts as f on f.record_no = r.record_no
  where r.opened_at is not null
  union all
  select record_no, happened_at, step, assignment_group from changes
)

select
  e.record_no,                -- Record, unique over sources
  e.happened_at,              -- Instant, never before the opening
  e.step,                     -- Order within the same instant
  e.assignment_group,         -- Null while nobody holds it
  t.tier                      -- Tier of the group
from events as e
left join intermediate.group_tier as t on t.assignment_group = e.assignment_group
