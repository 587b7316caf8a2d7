-- Time to resolve, 90th percentile
-- Nine of ten incidents resolved in the period took no longer than this, from detection,
-- else opening, to final resolution.
-- @unit hours
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs resolve_hours
select
  quantile_cont(resolve_hours, 0.9) as value,
  count(resolve_hours) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
