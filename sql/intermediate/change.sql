-- Every change of every record, once: the tool's log where it has one for that field of that
-- record, else what consecutive versions show.
with
logged as (
  select distinct record_no, field from staging.change
),

named as (
  select
    c.record_no,
    c.field,
    coalesce(f.name, c.from_value) as from_value,
    coalesce(t.name, c.to_value) as to_value,
    c.to_stops_clock,
    c.changed_at,
    c.changed_by
  from staging.change as c
  left join intermediate.reference_name as f
    on f.source = c.source and f.field = c.field and f.reference = c.from_value
  left join intermediate.reference_name as t
    on t.source = c.source and t.field = c.field and t.reference = c.to_value
)

select
  record_no,                  -- Record, unique over sources
  field,                      -- Canonical name where known
  from_value,                 -- Before
  to_value,                   -- After
  to_stops_clock,             -- For status changes
  changed_at,                 -- Instant
  0 as step,                  -- Order within the same instant
  changed_by,                 -- Who, where the log says
  'log' as origin             -- log: told by the tool
from named
union all
select
  v.record_no,
  v.field,
  v.from_value,
  v.to_value,
  v.to_stops_clock,
  v.changed_at,
  v.step,
  null,
  'versions'
from intermediate.version_change as v
anti join logged as l on l.record_no = v.record_no and l.field = v.field
