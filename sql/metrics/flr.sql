-- First-level resolution
-- Share of incidents resolved in the period by a tier-1 group, never held by a higher tier,
-- and not reopened within 7 days. Many guides call this first-contact resolution.
-- @unit share
-- @better higher
-- @at resolved_at
-- @settles reopen_days
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_first_level
select
  avg(is_first_level::integer) as value,
  count(is_first_level) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
