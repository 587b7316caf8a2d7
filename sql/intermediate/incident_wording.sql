-- How each incident is worded, and what was noted of its resolution.
-- @grain record_no
with
worded as (
  select t.record_no, t.field, g.wording_no, g.group_no, g.is_boundary
  from intermediate.incident_text as t
  join intermediate.signature as s on s.field = t.field and s.form_no = t.form_no
  join intermediate.wording as w on w.field = s.field and w.stems = s.stems
  join intermediate.wording_group as g on g.wording_no = w.wording_no
)

select
  record_no,                  -- Record, unique over sources
  any_value(wording_no) filter (where field = 'title') as wording_no,   -- Of its title; null when it says nothing
  any_value(group_no) filter (where field = 'title') as group_no,       -- Group of the wording
  any_value(is_boundary) filter (where field = 'title') as is_boundary, -- Joined the group less than surely
  any_value(group_no) filter (where field = 'notes') as note_group_no   -- Group of the notes' wording
from worded
group by record_no
