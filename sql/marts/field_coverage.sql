-- How many of the counted incidents of each source have each field filled.
-- @grain source, field
with
filled as (
  select
    source,
    count(*) as record_count,
    count(service) as service,
    count(category) as category,
    count(subcategory) as subcategory,
    count(ci) as ci,
    count(priority) as priority,
    count(assignment_group) as assignment_group,
    count(assignee) as assignee,
    count(requester) as requester,
    count(channel) as channel,
    count(location) as location,
    count(resolution_code) as resolution_code,
    count(occurred_at) as occurred_at,
    count(detected_at) as detected_at,
    count(responded_at) as responded_at,
    count(resolved_at) as resolved_at,
    count(closed_at) as closed_at,
    count(problem_id) as problem_id,
    count(is_sla_recorded_met) as sla_met_recorded
  from marts.fct_incident
  group by source
),

tall as (
  from filled
  unpivot (filled_count for field in (columns(* exclude (source, record_count))))
)

select
  source,                     -- Source, as configured
  field,                      -- Canonical field
  filled_count::integer as filled_count,             -- Incidents that have it
  record_count::integer as record_count,             -- Incidents
  filled_count / record_count as filled_share        -- 0–1
from tall
