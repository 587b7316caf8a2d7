-- Priority changed
-- Share of incidents opened in the period whose priority was later changed from one to
-- another, up or down. Filling an empty priority is no change; sources whose history tells no
-- such changes are left out.
-- @unit share
-- @better lower
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_reprioritised
select
  avg(is_reprioritised::integer) as value,
  count(is_reprioritised) as n,
  count(*) as population
from marts.fct_incident
where not is_cancelled
