-- Detected by monitoring
-- Share of incidents opened in the period that an event source reported before any user did,
-- by their channel. Incidents without a channel are left out.
-- @unit share
-- @better higher
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs channel
select
  avg(is_from_monitoring::integer) as value,
  count(is_from_monitoring) as n,
  count(*) as population
from marts.fct_incident
where not is_cancelled
