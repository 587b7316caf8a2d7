-- First human work on each record: the tool's own time, else the first move off new or the
-- first person put on it. Who stood on it when its history begins was put there nobody knows when.
-- @grain record_no
with
moves as (
  select
    c.record_no,
    min(c.changed_at) filter (
      where c.field = 'status' and c.from_value = 'new' and c.to_value not in ('new', 'unknown')
    ) as moved_at,
    min(c.changed_at) filter (
      where c.field = 'status' and c.from_value = 'new' and c.to_value = 'unknown'
    ) as blurred_at,
    min(c.changed_at) filter (
      where c.field = 'status' and c.from_value = 'unknown' and c.to_value not in ('new', 'unknown')
    ) as cleared_at,
    arg_min_null(
      {person_before: c.from_value, changed_at: c.changed_at},
      (c.changed_at, c.step, c.to_value, c.from_value)
    ) filter (where c.field = 'assignee') as first_person
  from intermediate.change as c
  where c.field in ('status', 'assignee')
  group by c.record_no
),

-- A status that no map knows says nothing: from new to such a one and on is one move off new.
known as (
  select
    record_no,
    least(moved_at, case when cleared_at >= blurred_at then cleared_at end) as moved_at,
    case when first_person.person_before is null then first_person.changed_at end as assigned_at
  from moves
),

responses as (
  select record_no, least(moved_at, assigned_at) as moved_at from known
)

select
  r.record_no,                -- Record, unique over sources
  coalesce(r.responded_at, m.moved_at) as responded_at,  -- First response
  case when r.responded_at is not null then 'recorded' else 'history' end
    as responded_at_source    -- recorded, history
from staging.record as r
left join responses as m on m.record_no = r.record_no
where r.responded_at is not null or m.moved_at is not null
