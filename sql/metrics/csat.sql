-- Satisfaction, mean
-- Mean of users' answers on a scale from 1 (worst) to 5 (best), over incidents resolved in the
-- period. Those who say nothing are in no mean: read it beside the share that answered.
-- @unit mean
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs satisfaction
select
  avg(satisfaction) as value,
  count(satisfaction) as n,
  case when bool_or(is_satisfaction_asked) then count(satisfaction) else count(*) end
    as population
from marts.fct_incident
where is_resolved
