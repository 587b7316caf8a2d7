-- Each record in its newest version, whatever order the files came in.
-- Newest by time, then by the tool's update counter, then by how many fields its file tells, then
-- by export, then by the row's hash, so that the answer never depends on the order of imports.
-- @grain record_no
with
newest as (
  select
    record_no,
    arg_max(row_hash, (version_at, version_number, field_count, as_of, row_hash)) as row_hash,
    count(*) as version_count,
    min(version_at) filter (where grain = 'version') as first_at
  from staging.version
  group by record_no
),

keyed as (
  select v.* exclude (record_id), coalesce(a.record_id, v.record_id) as record_id, n.record_no
  from landing.record_version as v
  join staging.record_number as n on n.source = v.source and n.reference = v.record_id
  left join staging.record_alias as a on a.source = v.source and a.alias = v.record_id
)

select
  k.record_no,                -- Record, unique over sources
  k.source,                   -- Source, as configured
  k.record_id,                -- The tool's own id, else its number
  coalesce(k.number, k.record_id) as number,             -- Number people quote
  coalesce(k.record_type, 'incident') as record_type,    -- incident, request, problem, change, other
  k.title,                    -- Short description
  k.description,              -- Full text
  k.service,                  -- As exported
  k.category,                 -- As exported
  k.subcategory,              -- As exported
  k.ci,                       -- Configuration item
  k.location,                 -- As exported
  k.channel,                  -- How it was reported
  k.requester,                -- Who it is for
  k.vip,                      -- Requester is a VIP
  k.impact,                   -- As exported
  k.urgency,                  -- As exported
  k.priority,                 -- P1–P5; null when empty or unknown
  k.priority_raw,             -- As exported
  k.status,                   -- Canonical; unknown when the value is in no map
  k.status_raw,               -- As exported
  k.stops_clock,              -- Whether the status stops the SLA clock
  k.assignment_group,         -- As exported
  k.assignee,                 -- As exported
  k.tier,                     -- As exported; most tools have none
  k.occurred_at,              -- Failure began
  k.detected_at,              -- Failure noticed
  -- An event log that doesn't tell began with its first row.
  coalesce(k.opened_at, n.first_at) as opened_at,        -- Record opened
  k.responded_at,             -- First response, where the tool records it
  k.resolved_at,              -- As recorded
  k.closed_at,                -- As recorded
  k.updated_at,               -- Last update
  k.reopen_count,             -- The tool's counter
  k.reassignment_count,       -- The tool's counter
  k.resolution_code,          -- As exported
  k.resolution_notes,         -- As exported
  k.knowledge_id,             -- Linked article
  k.is_automated,             -- No human actor
  coalesce(k.is_major, false) as is_major,  -- Declared major
  k.parent_id,                -- Parent record, by id or number
  k.problem_id,               -- Linked problem
  k.change_id,                -- Linked change
  k.duplicate_of,             -- Record it repeats
  k.sla_met_recorded,         -- The tool's verdict on the record itself
  k.sla_due_at,               -- The tool's due time on the record itself
  k.satisfaction,             -- As exported
  k.attributes,               -- Columns no field was read from
  k.import_id,                -- Import of this version
  n.version_count             -- Versions known
from keyed as k
join newest as n on n.record_no = k.record_no and n.row_hash = k.row_hash
