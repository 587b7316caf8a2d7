-- Time to resolve, mean
-- Mean elapsed hours from detection, else opening, to final resolution, over incidents
-- resolved in the period. A few very long incidents dominate it: read it beside the median.
-- @unit hours
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs resolve_hours
select
  avg(resolve_hours) as value,
  count(resolve_hours) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
