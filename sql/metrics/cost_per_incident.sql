-- Cost per incident
-- Mean handling cost of incidents resolved in the period, each priced by the highest tier that
-- held it. Without prices in the settings there is no figure.
-- @unit money
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs handling_cost
select
  avg(handling_cost) as value,
  count(handling_cost) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
