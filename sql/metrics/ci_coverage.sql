-- CI filled
-- Share of incidents opened in the period with a configuration item.
-- @unit share
-- @better higher
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select count(ci) / count(*) as value, count(*) as n
from marts.fct_incident
where not is_cancelled
