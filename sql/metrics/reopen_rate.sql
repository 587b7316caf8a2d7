-- Reopened share
-- Share of incidents resolved in the period that were reopened after a resolution, by the
-- log or by the tool’s own counter.
-- @unit share
-- @better lower
-- @at resolved_at
-- @settles reopen_days
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(is_reopened::integer) as value, count(*) as n
from marts.fct_incident
where is_resolved
