-- First-contact resolution
-- Share of incidents resolved in the period by the group that got them first, without
-- reassignment, within one business hour of opening (setting) and not reopened within 7
-- days.
-- @unit share
-- @better higher
-- @at resolved_at
-- @settles reopen_days
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs is_first_contact
select
  avg(is_first_contact::integer) as value,
  count(is_first_contact) as n,
  count(*) as population
from marts.fct_incident
where is_resolved
