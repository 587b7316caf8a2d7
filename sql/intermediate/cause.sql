-- Groups of like wordings that have one cause: those tied together, directly or through others.
-- @grain group_no
with recursive
walk(group_no, cause_no) using key (group_no) as (
  select group_no, group_no from intermediate.wording_profile
  union
  select w.group_no, min(o.cause_no)
  from recurring.walk as w
  join intermediate.cause_tie as t on t.group_no = w.group_no
  join walk as o on o.group_no = t.other_no
  where o.cause_no < w.cause_no
  group by w.group_no
)

select
  group_no,                   -- Group of like wordings
  cause_no                    -- The lowest number among those tied together
from walk
