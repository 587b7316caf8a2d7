-- First human work on each record: the tool's own time, else the first move off new or the
-- first person put on it.
-- @grain record_no
with
moves as (
  select c.record_no, min(c.changed_at) as moved_at
  from intermediate.change as c
  where (c.field = 'status' and c.from_value = 'new' and c.to_value is distinct from 'new')
    or (c.field = 'assignee' and c.from_value is null)
  group by c.record_no
)

select
  r.record_no,                -- Record, unique over sources
  coalesce(r.responded_at, m.moved_at) as responded_at,  -- First response
  case when r.responded_at is not null then 'recorded' else 'history' end
    as responded_at_source    -- recorded, history
from staging.record as r
left join moves as m on m.record_no = r.record_no
where r.responded_at is not null or m.moved_at is not null
