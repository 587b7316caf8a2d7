-- Sent back
-- Share of incidents resolved in the period that went from one group to another and back
-- again.
-- @unit share
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(is_ping_pong::integer) as value, count(*) as n
from marts.fct_incident
where is_resolved
