-- Reassignments, mean
-- Mean number of changes of assignment group after the first, over incidents resolved in the
-- period.
-- @unit mean
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(reassignment_count) as value, count(*) as n
from marts.fct_incident
where is_resolved
