-- Priority off the matrix
-- Share of incidents opened in the period whose priority is another than the matrix gives for
-- their impact and urgency. Incidents without all three are left out.
-- @unit share
-- @better lower
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_priority_mismatch
select
  avg(is_priority_mismatch::integer) as value,
  count(is_priority_mismatch) as n,
  count(*) as population
from marts.fct_incident
where not is_cancelled
