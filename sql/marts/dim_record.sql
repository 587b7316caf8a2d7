-- Every record that was imported, counted or not, in its newest version.
-- @grain record_key
select
  r.record_no,                -- Number of the record in this build
  r.source || ':' || r.record_id as record_key,  -- Record, unique over sources and builds
  r.source,                   -- Source, as configured
  r.record_id,                -- The tool's own id
  r.number,                   -- Number people quote
  r.record_type,              -- incident, request, problem, change, other
  x.exclusion,                -- Why it counts in no figure; null when it does
  r.title,                    -- Short description
  r.description,              -- Full text
  r.service,                  -- As exported
  r.category,                 -- As exported
  r.subcategory,              -- As exported
  r.ci,                       -- Configuration item
  r.location,                 -- As exported
  r.channel,                  -- How it was reported
  r.requester,                -- Who it is for
  r.impact,                   -- As exported
  r.urgency,                  -- As exported
  r.priority,                 -- P1–P5
  r.priority_raw,             -- As exported
  m.expected_priority,        -- By the matrix; null without impact and urgency
  r.status,                   -- Canonical
  r.status_raw,               -- As exported
  r.assignment_group,         -- Now
  g.tier,                     -- Tier of the group
  r.assignee,                 -- Now
  r.occurred_at,              -- Failure began
  r.detected_at,              -- Failure noticed
  r.opened_at,                -- Opened
  p.responded_at,             -- First response
  o.first_resolved_at,        -- First resolution
  o.resolved_at,              -- Final resolution
  o.resolved_at_source,       -- recorded, history, closed
  r.closed_at,                -- As recorded
  r.updated_at,               -- Last update
  r.resolution_code,          -- As exported
  r.resolution_notes,         -- As exported
  r.knowledge_id,             -- Linked article
  r.is_automated,             -- No human actor, as exported
  r.is_major,                 -- Declared major
  r.parent_id,                -- Parent record
  r.problem_id,               -- Linked problem
  r.change_id,                -- Linked change
  r.duplicate_of,             -- Record it repeats
  r.satisfaction,             -- As exported
  r.attributes,               -- Columns no field was read from
  r.import_id,                -- Import of the newest version
  r.version_count             -- Versions known
from staging.record as r
join intermediate.exclusion as x on x.record_no = r.record_no
join intermediate.outcome as o on o.record_no = r.record_no
left join intermediate.response as p on p.record_no = r.record_no
left join intermediate.group_tier as g on g.assignment_group = r.assignment_group
left join intermediate.expected_priority as m on m.impact = r.impact and m.urgency = r.urgency
