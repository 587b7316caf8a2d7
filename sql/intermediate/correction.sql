-- What the history of each record says was put right or raised after the opening.
-- A change from one value to another is a correction; filling an empty field is none, and what was
-- undone later counts. P1 stands above P2, so a raised priority is a smaller text; a text that no
-- map made a priority of can't be compared. Some tools have a state of being major, which is
-- proposed before it is accepted.
-- @grain record_no
with
changes as (
  select
    record_no,
    changed_at,
    field,
    from_value,
    to_value,
    from_value <> to_value as is_correction,
    field in ('is_major', 'major_incident_state') as is_about_major
  from intermediate.change
  where field in (
    'status', 'assignment_group', 'priority', 'category', 'is_major', 'major_incident_state'
  )
),

told as (
  select
    record_no,
    bool_or(field = 'status' and is_correction) as has_status_change,
    bool_or(field = 'assignment_group') as has_group_change,
    bool_or(field = 'priority') as has_priority_change,
    bool_or(field = 'category') as has_category_change,
    bool_or(is_about_major) as has_major_change,
    bool_or(field = 'category' and is_correction) as is_recategorised,
    bool_or(field = 'priority' and is_correction) as is_reprioritised,
    bool_or(
      field = 'priority'
        and to_value < from_value
        and to_value in ('P1', 'P2', 'P3', 'P4')
        and from_value in ('P2', 'P3', 'P4', 'P5')
    ) as is_priority_raised,
    max(changed_at) filter (
      where is_about_major and lower(trim(to_value)) in ('true', 'yes', '1', 'accepted')
    ) as declared_at
  from changes
  group by record_no
)

select
  t.record_no,                -- Record, unique over sources
  coalesce(t.has_status_change, false) as has_status_change,    -- From one status to another
  t.has_group_change,         -- Its history has a change of the group
  t.has_priority_change,      -- Its history has a change of the priority
  t.has_category_change,      -- Its history has a change of the category
  t.has_major_change,         -- Its history has a change of the declaration as major
  coalesce(t.is_recategorised, false) as is_recategorised,      -- From one category to another
  coalesce(t.is_reprioritised, false) as is_reprioritised,      -- From one priority to another
  coalesce(t.is_priority_raised, false) as is_priority_raised,  -- To a more urgent one
  coalesce(t.declared_at > r.opened_at, false) as is_declared_later  -- Declared major after opening
from told as t
join staging.record as r on r.record_no = t.record_no
