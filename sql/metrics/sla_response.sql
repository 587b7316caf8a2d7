-- SLA met, response
-- Share of incidents resolved in the period that got their first response within the target,
-- counted by our clock. Where no response is recorded, the resolution is the response.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_sla_response_met
select
  avg(is_sla_response_met::integer) as value,
  count(is_sla_response_met) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
