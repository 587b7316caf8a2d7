-- Time to respond, mean
-- Mean elapsed hours from opening to the first response: the first human work, or the first
-- move off the new status.
-- @unit hours
-- @better lower
-- @at responded_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs responded_at
select
  avg(respond_hours) as value,
  count(respond_hours) as n,
  count(*) as population
from marts.fct_incident
where responded_at is not null and not is_cancelled
