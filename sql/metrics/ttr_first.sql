-- Time to first resolution
-- Mean elapsed hours from detection, else opening, to the first resolution, whether or not
-- it lasted.
-- @unit hours
-- @better lower
-- @at first_resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs first_resolve_hours
select
  avg(first_resolve_hours) as value,
  count(first_resolve_hours) as n,
  count(*) as population
from marts.fct_incident
where first_resolved_at is not null and not is_cancelled
