-- Major incidents
-- Incidents opened in the period that were declared major.
-- @unit count
-- @better lower
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select count(*) as value, count(*) as n
from marts.fct_incident
where is_major and not is_cancelled
