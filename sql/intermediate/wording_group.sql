-- The group of each wording. What isn't leading, or leads a group too small to be one, joins the group with
-- the most alike guide: at three fifths without doubt, from a half on at the boundary and only where no other
-- group is nearly as like. The rest stays alone: it is noise.
-- @grain wording_no
with
settled as (
  select wording_no from intermediate.leading_wording where group_count >= 5
),

rest as (
  select * from intermediate.wording_stem as s
  where s.wording_no not in (select wording_no from settled)
),

guides as (
  select s.*, l.group_no
  from intermediate.wording_stem as s
  join intermediate.leading_wording as l on l.wording_no = s.wording_no
  where l.is_guide and l.group_count >= 2
),

likenesses as (
  select
    r.wording_no,
    any_value(g.group_no) as group_no,
    sum(g.weight) / (any_value(r.total_weight) + any_value(g.total_weight) - sum(g.weight)) as likeness
  from rest as r
  join guides as g
    on g.field = r.field
    and g.stem = r.stem
    and g.wording_no < r.wording_no
    and g.total_weight between 0.5 * r.total_weight and 2 * r.total_weight
  group by r.wording_no, g.wording_no
  having sum(g.weight) >= 0.5 * (any_value(r.total_weight) + any_value(g.total_weight) - sum(g.weight))
),

offers as (
  select wording_no, group_no, max(likeness) as likeness from likenesses group by wording_no, group_no
),

best as (
  select
    wording_no,
    arg_max(group_no, (round(likeness, 6), -group_no)) as group_no,
    max(likeness) as likeness,
    coalesce(max(likeness, 2)[2], 0) as next_likeness
  from offers
  group by wording_no
)

select
  w.wording_no,               -- Wording
  w.field,                    -- title, notes
  w.incident_count,           -- Incidents that say it
  case
    when b.likeness >= 0.6 or b.likeness >= b.next_likeness + 0.05 then b.group_no
    else coalesce(l.group_no, w.wording_no)
  end as group_no,            -- Number of the group's most frequent wording
  coalesce(b.likeness < 0.6 and b.likeness >= b.next_likeness + 0.05, false)
    as is_boundary            -- Joined it less than surely
from intermediate.wording as w
left join intermediate.leading_wording as l on l.wording_no = w.wording_no
left join best as b on b.wording_no = w.wording_no
