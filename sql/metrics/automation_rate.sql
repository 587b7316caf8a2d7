-- Resolved without people
-- Share of incidents resolved in the period that no human worked on, by the flag of the tool.
-- Sources without such a flag are left out.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_automated
select
  avg(is_automated::integer) as value,
  count(is_automated) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
