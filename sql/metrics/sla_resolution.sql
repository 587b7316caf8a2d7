-- SLA met, resolution
-- Share of incidents resolved in the period within their target, counted by our clock: from
-- opening, in the hours of the calendar, without time in statuses that stop it. Incidents
-- without a target are left out.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_sla_resolution_met
select
  avg(is_sla_resolution_met::integer) as value,
  count(is_sla_resolution_met) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
