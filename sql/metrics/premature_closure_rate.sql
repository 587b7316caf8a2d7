-- Closed too early
-- Share of incidents resolved in the period that were reopened within 48 hours (setting) of a
-- resolution, or logged again within 48 hours of the final one.
-- @unit share
-- @better lower
-- @at resolved_at
-- @settles premature_hours
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(is_premature::integer) as value, count(*) as n
from marts.fct_incident
where is_resolved
