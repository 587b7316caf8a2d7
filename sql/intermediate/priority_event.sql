-- Which priority each record had from when, for records whose priority changed. Logs don't tell
-- the first one: it is the first change's "from". Filling an empty priority is no change of it.
-- @grain record_no, happened_at, step
with
changes as (
  select
    c.record_no,
    r.opened_at,
    greatest(c.changed_at, r.opened_at) as happened_at,
    row_number() over (
      partition by c.record_no order by c.changed_at, c.step, c.to_value, c.from_value
    ) as step,
    c.from_value,
    c.to_value as priority
  from intermediate.change as c
  join staging.record as r on r.record_no = c.record_no
  where c.field = 'priority' and c.to_value is not null and r.opened_at is not null
)

select
  record_no,                  -- Record, unique over sources
  happened_at,                -- Instant, never before the opening
  step,                       -- Order within the same instant
  priority,                   -- P1–P5
  from_value is not null and from_value <> priority as is_change  -- From one priority to another
from changes
union all
select record_no, opened_at, -1, from_value, false
from changes
where step = 1 and from_value is not null
