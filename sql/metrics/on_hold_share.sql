-- Time on hold
-- Share of the hours from detection, else opening, to final resolution that incidents resolved
-- in the period spent in statuses that stop the clock. All hours of all incidents are added up
-- first, so long incidents weigh more; incidents without a status history are left out.
-- @unit share
-- @better lower
-- @at resolved_at
-- @interval none
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs hold_hours
select
  sum(hold_hours) / sum(resolve_hours) filter (where hold_hours is not null) as value,
  count(hold_hours) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
