-- Satisfaction, share answered
-- Share of incidents resolved in the period whose user answered how satisfied they were.
-- Sources that have no answers at all are left out.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs satisfaction
select
  count(satisfaction) / count(*) filter (where is_satisfaction_asked) as value,
  count(*) filter (where is_satisfaction_asked) as n,
  case
    when bool_or(is_satisfaction_asked) then count(*) filter (where is_satisfaction_asked)
    else count(*)
  end as population
from marts.fct_incident
where is_resolved
