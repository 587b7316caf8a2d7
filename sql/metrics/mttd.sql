-- Time to detect, mean
-- Mean elapsed hours from the failure to its detection, over incidents opened in the period
-- that have both times recorded.
-- @unit hours
-- @better lower
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs occurred_at, detected_at
select
  avg(detect_hours) as value,
  count(detect_hours) as n,
  count(*) as population
from marts.fct_incident
where not is_cancelled
