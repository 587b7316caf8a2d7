-- Linked to a problem
-- Share of incidents resolved in the period that are linked to a problem record.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(has_problem::integer) as value, count(*) as n
from marts.fct_incident
where is_resolved
