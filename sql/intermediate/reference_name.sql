-- Names behind the 32-digit ids that audit trails hold instead of groups and people.
-- Learnt from the records: the id a record was last changed to stands for the value it has now;
-- the name that most records agree on wins.
-- @grain source, field, reference
with
last_seen as (
  select source, record_no, field, arg_max(to_value, changed_at) as reference
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
)

select
  source,                     -- Source, as configured
  field,                      -- assignment_group or assignee
  reference,                  -- Id as the log has it
  arg_max(name, (record_count, name)) as name  -- Name as the records have it
from counted
group by source, field, reference
