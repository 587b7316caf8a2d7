-- Resolved
-- Incidents whose final resolution falls in the period.
-- @unit count
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, resolve_band, attribute
-- @needs resolved_at
select count(*) as value, count(*) as n
from marts.fct_incident
where is_resolved
