-- Names behind the 32-digit ids that audit trails hold instead of groups and people.
-- Learnt from the records: the id a record was last changed to stands for the value it has now;
-- the name that most records agree on wins. A group that passes everything on is never last: its
-- name is the home of the people who pass on from it, where 20 or more moves are told and 80 % of
-- them agree. An id nobody can name stays an id.
-- @grain source, field, reference
with
last_seen as (
  select source, record_no, field, arg_max(to_value, (changed_at, to_value)) as reference
  from staging.change
  where field in ('assignment_group', 'assignee')
  group by source, record_no, field
),

pairs as (
  select
    l.source,
    l.field,
    l.reference,
    case l.field when 'assignment_group' then r.assignment_group else r.assignee end as name
  from last_seen as l
  join staging.record as r on r.record_no = l.record_no
  where regexp_full_match(l.reference, '[0-9a-f]{32}')
),

counted as (
  select source, field, reference, name, count(*) as record_count
  from pairs
  where name is not null
  group by source, field, reference, name
),

seen as (
  select source, field, reference, arg_max(name, (record_count, name)) as name
  from counted
  group by source, field, reference
),

people as (
  select source, assignee, assignment_group, count(*) as record_count
  from staging.record
  where assignee is not null and assignment_group is not null
  group by source, assignee, assignment_group
),

homes as (
  select source, assignee, arg_max(assignment_group, (record_count, assignment_group)) as home
  from people
  group by source, assignee
),

moves as (
  select c.source, c.from_value as reference, h.home as name, count(*) as move_count
  from staging.change as c
  join homes as h on h.source = c.source and h.assignee = c.changed_by
  anti join seen as s
    on s.source = c.source and s.field = c.field and s.reference = c.from_value
  where c.field = 'assignment_group' and regexp_full_match(c.from_value, '[0-9a-f]{32}')
  group by c.source, c.from_value, h.home
)

select
  source,                     -- Source, as configured
  field,                      -- assignment_group or assignee
  reference,                  -- Id as the log has it
  name                        -- Name as the records have it
from seen
union all
select source, 'assignment_group', reference, arg_max(name, (move_count, name))
from moves
group by source, reference
having sum(move_count) >= 20 and max(move_count) >= 0.8 * sum(move_count)
