-- Resolved with knowledge
-- Share of incidents resolved in the period with a linked knowledge article, or a link to a
-- problem that is marked as a known error. Sources that link neither are left out.
-- @unit share
-- @better higher
-- @at resolved_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs has_knowledge
select
  avg(has_knowledge::integer) as value,
  count(has_knowledge) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
