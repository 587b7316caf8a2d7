-- Every version of every record, narrow: what its history is read from.
-- @grain record_no, row_hash
with
versions as (
  select
    v.source, n.record_no, v.updated_at, v.version_number, v.row_hash, v.grain, v.import_id,
    v.status, v.stops_clock, v.assignment_group, v.assignee, v.priority, v.category,
    coalesce(v.resolved_at, v.closed_at) as ended_at
  from landing.record_version as v
  join staging.record_number as n on n.source = v.source and n.reference = v.record_id
  anti join staging.whole_version as w on w.record_no = n.record_no and w.row_hash = v.row_hash
  union all
  select
    source, record_no, updated_at, version_number, row_hash, grain, import_id,
    status, stops_clock, assignment_group, assignee, priority, category,
    coalesce(resolved_at, closed_at)
  from staging.whole_version
)

select
  v.source,                                        -- Source, as configured
  v.record_no,                                     -- Record, unique over sources
  coalesce(v.updated_at, i.as_of) as version_at,   -- Last update, else the instant of the export
  coalesce(v.version_number, 0) as version_number, -- The tool's own update counter; 0 without one
  i.as_of,                                         -- Instant of the export it came in
  coalesce(f.field_count, 0) as field_count,       -- Fields its file has columns for
  v.row_hash,                                      -- Of all cells of the row
  v.grain,                                         -- incident (a snapshot) or version (an update)
  v.status,                                        -- Canonical
  v.stops_clock,                                   -- Whether the status stops the SLA clock
  v.assignment_group,                              -- As exported
  v.assignee,                                      -- As exported
  v.priority,                                      -- P1–P5
  v.category,                                      -- As exported
  v.ended_at,                                      -- Resolution or end, as recorded
  v.import_id                                      -- Import it came in
from versions as v
join landing.import_log as i on i.import_id = v.import_id
left join (
  select import_id, count(header) as field_count from landing.import_field group by import_id
) as f on f.import_id = v.import_id
