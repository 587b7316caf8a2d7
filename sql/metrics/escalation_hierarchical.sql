-- Escalated in priority
-- Share of incidents resolved in the period whose priority was raised, or that were declared
-- major, after they had been opened. One that was lowered again later counts too.
-- @unit share
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_escalated_hierarchically
select
  avg(is_escalated_hierarchically::integer) as value,
  count(is_escalated_hierarchically) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
