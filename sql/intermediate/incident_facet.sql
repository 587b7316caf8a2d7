-- What each incident that was not cancelled may share with others of the same cause.
-- @grain record_no
select
  c.record_no,                -- Record, unique over sources
  c.source,                   -- Source, as configured
  c.service,                  -- As exported
  c.category,                 -- As exported
  c.subcategory,              -- As exported
  c.ci,                       -- Configuration item
  nullif(trim(r.problem_id), '') as problem_id,  -- Linked problem
  c.opened_at,                -- Instant
  w.wording_no,               -- How it is worded
  w.group_no,                 -- Group of like wordings
  w.is_boundary,              -- Joined that group less than surely
  w.note_group_no             -- Group of its resolution notes
from intermediate.counted_incident as c
join staging.record as r on r.record_no = c.record_no
left join intermediate.incident_wording as w on w.record_no = c.record_no
where c.state is distinct from 'withdrawn'
