-- Time to resolve, business hours
-- Mean business hours from detection, else opening, to final resolution, over incidents
-- resolved in the period. Hours are those of the calendar of the incident’s SLA policy; nights
-- and weekends count only where that calendar has them.
-- @unit hours
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs business_hours
select
  avg(business_hours) as value,
  count(business_hours) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
