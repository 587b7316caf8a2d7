-- Hours lost
-- Elapsed hours from detection, else opening, to final resolution, added up over the incidents
-- resolved in the period. An incident with a known number of affected users counts once for
-- each of them.
-- @unit total hours
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs hours_lost
select
  sum(hours_lost) as value,
  count(hours_lost) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
