-- Came back within 30 days
-- Share of closed incidents that came back within 30 days: reopened, or logged again
-- (linked, or same requester and same service or CI and category, or same requester and
-- near-identical title). Dated by the end of those 30 days, so that a figure is final when
-- it appears.
-- @unit share
-- @better lower
-- @at recurrence_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, came_back_evidence, attribute
select avg(has_come_back::integer) as value, count(*) as n
from marts.fct_incident
where is_resolved and is_watch_over
