-- Versions from exports with fewer columns, whole: what their file has no column for is carried from
-- the version before that tells it. A column that is there and empty empties the field.
-- Only records that another export tells too; mostly there are none.
-- @grain record_no, row_hash
with
narrow as (
  select n.record_no
  from landing.record_version as v
  join staging.untold_field as u on u.import_id = v.import_id
  join staging.record_number as n on n.source = v.source and n.reference = v.record_id
  group by n.record_no
),

several as (
  select n.record_no
  from landing.record_version as v
  join staging.record_number as n on n.source = v.source and n.reference = v.record_id
  join narrow on narrow.record_no = n.record_no
  group by n.record_no
  having count(*) > 1
),

widths as (
  select import_id, count(header) as field_count from landing.import_field group by import_id
),

versions as (
  select
    v.* exclude (record_id),
    coalesce(a.record_id, v.record_id) as record_id,
    n.record_no,
    coalesce(v.updated_at, i.as_of) as version_at,
    i.as_of,
    coalesce(w.field_count, 0) as field_count,
    u.untold
  from landing.record_version as v
  join landing.import_log as i on i.import_id = v.import_id
  join staging.record_number as n on n.source = v.source and n.reference = v.record_id
  join several on several.record_no = n.record_no
  left join staging.record_alias as a on a.source = v.source and a.alias = v.record_id
  left join widths as w on w.import_id = v.import_id
  left join staging.untold_field as u on u.import_id = v.import_id
),

carried as (
  select
    source,
    record_no,
    record_id,
    row_hash,
    grain,
    import_id,
    updated_at,
    version_number,
    untold,
    last_value(settings.told(untold, 'number', number) ignore nulls) over w as number,
    last_value(settings.told(untold, 'record_type', record_type) ignore nulls) over w as record_type,
    last_value(settings.told(untold, 'title', title) ignore nulls) over w as title,
    last_value(settings.told(untold, 'description', description) ignore nulls) over w as description,
    last_value(settings.told(untold, 'service', service) ignore nulls) over w as service,
    last_value(settings.told(untold, 'category', category) ignore nulls) over w as category,
    last_value(settings.told(untold, 'subcategory', subcategory) ignore nulls) over w as subcategory,
    last_value(settings.told(untold, 'ci', ci) ignore nulls) over w as ci,
    last_value(settings.told(untold, 'location', location) ignore nulls) over w as location,
    last_value(settings.told(untold, 'channel', channel) ignore nulls) over w as channel,
    last_value(settings.told(untold, 'requester', requester) ignore nulls) over w as requester,
    last_value(settings.told(untold, 'vip', vip) ignore nulls) over w as vip,
    last_value(settings.told(untold, 'impact', impact) ignore nulls) over w as impact,
    last_value(settings.told(untold, 'urgency', urgency) ignore nulls) over w as urgency,
    last_value(settings.told(untold, 'priority', priority) ignore nulls) over w as priority,
    last_value(settings.told(untold, 'priority', priority_raw) ignore nulls) over w as priority_raw,
    last_value(settings.told(untold, 'status', status) ignore nulls) over w as status,
    last_value(settings.told(untold, 'status', status_raw) ignore nulls) over w as status_raw,
    last_value(settings.told(untold, 'status', stops_clock) ignore nulls) over w as stops_clock,
    last_value(settings.told(untold, 'assignment_group', assignment_group) ignore nulls) over w as assignment_group,
    last_value(settings.told(untold, 'assignee', assignee) ignore nulls) over w as assignee,
    last_value(settings.told(untold, 'tier', tier) ignore nulls) over w as tier,
    last_value(settings.told(untold, 'occurred_at', occurred_at) ignore nulls) over w as occurred_at,
    last_value(settings.told(untold, 'detected_at', detected_at) ignore nulls) over w as detected_at,
    last_value(settings.told(untold, 'opened_at', opened_at) ignore nulls) over w as opened_at,
    last_value(settings.told(untold, 'responded_at', responded_at) ignore nulls) over w as responded_at,
    last_value(settings.told(untold, 'resolved_at', resolved_at) ignore nulls) over w as resolved_at,
    last_value(settings.told(untold, 'closed_at', closed_at) ignore nulls) over w as closed_at,
    last_value(settings.told(untold, 'reopen_count', reopen_count) ignore nulls) over w as reopen_count,
    last_value(settings.told(untold, 'reassignment_count', reassignment_count) ignore nulls) over w as reassignment_count,
    last_value(settings.told(untold, 'resolution_code', resolution_code) ignore nulls) over w as resolution_code,
    last_value(settings.told(untold, 'resolution_notes', resolution_notes) ignore nulls) over w as resolution_notes,
    last_value(settings.told(untold, 'knowledge_id', knowledge_id) ignore nulls) over w as knowledge_id,
    last_value(settings.told(untold, 'is_automated', is_automated) ignore nulls) over w as is_automated,
    last_value(settings.told(untold, 'is_major', is_major) ignore nulls) over w as is_major,
    last_value(settings.told(untold, 'parent_id', parent_id) ignore nulls) over w as parent_id,
    last_value(settings.told(untold, 'problem_id', problem_id) ignore nulls) over w as problem_id,
    last_value(settings.told(untold, 'change_id', change_id) ignore nulls) over w as change_id,
    last_value(settings.told(untold, 'duplicate_of', duplicate_of) ignore nulls) over w as duplicate_of,
    last_value(settings.told(untold, 'sla_met_recorded', sla_met_recorded) ignore nulls) over w as sla_met_recorded,
    last_value(settings.told(untold, 'sla_due_at', sla_due_at) ignore nulls) over w as sla_due_at,
    last_value(settings.told(untold, 'satisfaction', satisfaction) ignore nulls) over w as satisfaction,
    list_reduce(
      list(attributes) filter (where attributes is not null) over w,
      lambda earlier, later: map_concat(earlier, later)
    ) as attributes
  from versions
  window w as (
    partition by record_no
    order by version_at, coalesce(version_number, 0), field_count, as_of, row_hash
    rows between unbounded preceding and current row
  )
)

select
  source,                                      -- Source, as configured
  record_no,                                   -- Record, unique over sources
  record_id,                                   -- The tool's own id, else its number
  row_hash,                                    -- Of all cells of the row
  grain,                                       -- incident (a snapshot) or version (an update)
  import_id,                                   -- Import it came in
  updated_at,                                  -- Last update; never carried
  version_number,                              -- The tool's own update counter; never carried
  number.value as number,                      -- Number people quote
  record_type.value as record_type,            -- incident, request, problem, change, other
  title.value as title,                        -- Short description
  description.value as description,            -- Full text
  service.value as service,                    -- As exported
  category.value as category,                  -- As exported
  subcategory.value as subcategory,            -- As exported
  ci.value as ci,                              -- Configuration item
  location.value as location,                  -- As exported
  channel.value as channel,                    -- How it was reported
  requester.value as requester,                -- Who it is for
  vip.value as vip,                            -- Requester is a VIP
  impact.value as impact,                      -- As exported
  urgency.value as urgency,                    -- As exported
  priority.value as priority,                  -- P1–P5; null when empty or unknown
  priority_raw.value as priority_raw,          -- As exported
  status.value as status,                      -- Canonical; unknown when the value is in no map
  status_raw.value as status_raw,              -- As exported
  stops_clock.value as stops_clock,            -- Whether the status stops the SLA clock
  assignment_group.value as assignment_group,  -- As exported
  assignee.value as assignee,                  -- As exported
  tier.value as tier,                          -- As exported; most tools have none
  occurred_at.value as occurred_at,            -- Failure began
  detected_at.value as detected_at,            -- Failure noticed
  opened_at.value as opened_at,                -- Record opened
  responded_at.value as responded_at,          -- First response, where the tool records it
  resolved_at.value as resolved_at,            -- As recorded
  closed_at.value as closed_at,                -- As recorded
  reopen_count.value as reopen_count,          -- The tool's counter
  reassignment_count.value as reassignment_count, -- The tool's counter
  resolution_code.value as resolution_code,    -- As exported
  resolution_notes.value as resolution_notes,  -- As exported
  knowledge_id.value as knowledge_id,          -- Linked article
  is_automated.value as is_automated,          -- No human actor
  is_major.value as is_major,                  -- Declared major
  parent_id.value as parent_id,                -- Parent record, by id or number
  problem_id.value as problem_id,              -- Linked problem
  change_id.value as change_id,                -- Linked change
  duplicate_of.value as duplicate_of,          -- Record it repeats
  sla_met_recorded.value as sla_met_recorded,  -- The tool's verdict on the record itself
  sla_due_at.value as sla_due_at,              -- The tool's due time on the record itself
  satisfaction.value as satisfaction,          -- As exported
  attributes                                   -- Columns no field was read from
from carried
where untold is not null
