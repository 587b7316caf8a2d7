-- SLA verdicts that differ
-- Share of incidents resolved in the period on whose resolution target our clock and the
-- tool’s own records disagree. Only incidents with both verdicts are counted; each
-- disagreement has its reason.
-- @unit share
-- @better lower
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, sla_disagreement_reason, attribute
-- @needs is_sla_disagreement
select
  avg(is_sla_disagreement::integer) as value,
  count(is_sla_disagreement) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
