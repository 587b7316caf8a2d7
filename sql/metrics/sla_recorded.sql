-- SLA met, the tool’s verdict
-- Share of incidents resolved in the period that met their resolution target by the tool’s
-- own records. A flag that is true on every record of a source is no verdict and is left
-- out.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_sla_recorded_met
select
  avg(is_sla_recorded_met::integer) as value,
  count(is_sla_recorded_met) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
