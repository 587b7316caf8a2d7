-- Time to resolve, clock running
-- Mean elapsed hours from detection, else opening, to final resolution, without the time in
-- statuses that stop the clock, such as waiting for the user. Incidents without a status
-- history are left out.
-- @unit hours
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs active_hours
select
  avg(active_hours) as value,
  count(active_hours) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
