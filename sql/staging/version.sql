-- Every version of every record, narrow: what its history is read from.
-- @grain record_key, row_hash
with
versions as (
  select
    v.*,
    v.source || ':' || coalesce(a.record_id, v.record_id) as record_key,
    i.as_of
  from landing.record_version as v
  join landing.import_log as i on i.import_id = v.import_id
  left join staging.record_alias as a on a.source = v.source and a.alias = v.record_id
)

select
  source,                     -- Source, as configured
  record_key,                 -- Record, unique over sources
  coalesce(updated_at, as_of) as version_at,       -- Last update, else the instant of the export
  coalesce(version_number, 0) as version_number,   -- The tool's own update counter; 0 without one
  as_of,                      -- Instant of the export it came in
  row_hash,                   -- Of all cells of the row
  grain,                      -- incident (a snapshot) or version (an update)
  status,                     -- Canonical
  stops_clock,                -- Whether the status stops the SLA clock
  assignment_group,           -- As exported
  assignee,                   -- As exported
  priority,                   -- P1–P5
  category,                   -- As exported
  import_id                   -- Import it came in
from versions
