-- Opened
-- Incidents opened in the period. Those cancelled later are in; requests, problems, changes,
-- merged, duplicate and deleted records and children of a major incident are not.
-- @unit count
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs opened_at
select count(*) as value, count(*) as n
from marts.fct_incident
