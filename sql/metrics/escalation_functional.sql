-- Escalated to a higher tier
-- Share of incidents resolved in the period that were passed on to a group of a higher support
-- tier. One that came back down later counts too.
-- @unit share
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_escalated_functionally
select
  avg(is_escalated_functionally::integer) as value,
  count(is_escalated_functionally) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
