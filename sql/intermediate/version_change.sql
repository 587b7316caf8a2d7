-- Changes read off consecutive versions of a record.
-- A change is dated by the version that shows it: the update's time in an event log, the
-- record's last update (else the export) in a snapshot. A resolution that a snapshot records
-- itself, since the one before, is dated by that record.
-- The first row of an event log whose record was over by then is a change too: from a status
-- nobody logged. So is the first snapshot of a record that was over and is open in a later one.
with
several as (
  select record_no
  from staging.version
  group by record_no
  having count(*) > 1 or any_value(grain) = 'version'
),

steps as (
  select
    v.*,
    lag(v.record_no) over w is not null as has_before,
    lag(v.status) over w as status_before,
    lag(v.assignment_group) over w as assignment_group_before,
    lag(v.assignee) over w as assignee_before,
    lag(v.priority) over w as priority_before,
    lag(v.category) over w as category_before,
    lag(v.version_at) over w as before_at,
    bool_or(v.status in ('new', 'in_progress', 'on_hold')) over (partition by v.record_no)
      as is_ever_open,
    row_number() over w as step
  from staging.version as v
  join several using (record_no)
  window w as (
    partition by v.record_no
    order by v.version_at, v.version_number, v.as_of, v.row_hash
  )
),

changes as (
  select
    s.source,
    s.record_no,
    case
      when f.field = 'status'
        and s.grain = 'incident'
        and s.status in ('resolved', 'closed', 'cancelled', 'merged', 'deleted')
        and s.ended_at between coalesce(s.before_at, s.ended_at) and s.version_at
        then s.ended_at
      else s.version_at
    end as changed_at,
    s.step,
    s.stops_clock,
    f.field,
    f.from_value,
    f.to_value
  from steps as s
  cross join unnest([
    {field: 'status', from_value: s.status_before, to_value: s.status},
    {
      field: 'assignment_group',
      from_value: s.assignment_group_before,
      to_value: s.assignment_group
    },
    {field: 'assignee', from_value: s.assignee_before, to_value: s.assignee},
    {field: 'priority', from_value: s.priority_before, to_value: s.priority},
    {field: 'category', from_value: s.category_before, to_value: s.category}
  ]) as u(f)
  where s.has_before
    or (
      (s.grain = 'version' or s.is_ever_open)
      and f.field = 'status'
      and s.status in ('resolved', 'closed', 'cancelled', 'merged', 'deleted')
    )
)

select
  source,                     -- Source, as configured
  record_no,                  -- Record, unique over sources
  field,                      -- Canonical name
  from_value,                 -- Before
  to_value,                   -- After
  case when field = 'status' then stops_clock end as to_stops_clock,  -- For status changes
  changed_at,                 -- Recorded resolution, else instant of the version that shows it
  step                        -- Order of versions with the same instant
from changes
where from_value is distinct from to_value
