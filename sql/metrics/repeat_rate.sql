-- Repeats
-- Share of incidents opened in the period with an earlier incident of the same service,
-- category, subcategory and CI within 30 days. Incidents without category or CI have no signature and are left out.
-- @unit share
-- @better lower
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs ci
select
  avg(is_repeat::integer) as value,
  count(is_repeat) as n,
  count(*) as population
from marts.fct_incident
where not is_cancelled
