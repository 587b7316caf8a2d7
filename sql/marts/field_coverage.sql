-- How many of the counted incidents of each source have each field filled, and everything else that
-- a metric can't be computed without.
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
    count(opened_at) as opened_at,
    count(occurred_at) as occurred_at,
    count(detected_at) as detected_at,
    count(responded_at) as responded_at,
    count(resolved_at) as resolved_at,
    count(closed_at) as closed_at,
    count(observed_hours) as observed_hours,
    count(problem_id) as problem_id,
    count(is_recategorised) as is_recategorised,
    count(is_reprioritised) as is_reprioritised,
    count(is_priority_mismatch) as is_priority_mismatch
  from marts.fct_incident
  group by source
),

-- What only a resolution gives: the others have no say in how well it is filled.
filled_when_resolved as (
  select
    source,
    count(*) as record_count,
    count(resolve_hours) as resolve_hours,
    count(first_resolve_hours) as first_resolve_hours,
    count(business_hours) as business_hours,
    count(active_hours) as active_hours,
    count(hold_hours) as hold_hours,
    count(hours_lost) as hours_lost,
    count(handling_cost) as handling_cost,
    count(is_first_contact) as is_first_contact,
    count(is_first_level) as is_first_level,
    count(is_escalated_functionally) as is_escalated_functionally,
    count(is_escalated_hierarchically) as is_escalated_hierarchically,
    count(has_knowledge) as has_knowledge,
    count(is_automated) as is_automated,
    count(satisfaction) as satisfaction,
    count(is_sla_resolution_met) as is_sla_resolution_met,
    count(is_sla_response_met) as is_sla_response_met,
    count(is_sla_recorded_met) as is_sla_recorded_met,
    count(is_sla_disagreement) as is_sla_disagreement
  from marts.fct_incident
  where is_resolved
  group by source
),

tall as (
  from filled
  unpivot (filled_count for field in (columns(* exclude (source, record_count))))
  union all
  from filled_when_resolved
  unpivot (filled_count for field in (columns(* exclude (source, record_count))))
)

select
  source,                     -- Source, as configured
  field,                      -- Canonical field, or column of marts.fct_incident
  filled_count::integer as filled_count,             -- Incidents that have it
  record_count::integer as record_count,             -- Incidents that could: all, or the resolved ones
  filled_count / record_count as filled_share        -- 0–1
from tall
