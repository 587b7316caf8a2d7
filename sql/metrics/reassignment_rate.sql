-- Reassigned
-- Share of incidents resolved in the period that changed assignment group after the first,
-- by the tool’s own counter where it has one, else by the log.
-- @unit share
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(is_reassigned::integer) as value, count(*) as n
from marts.fct_incident
where is_resolved
