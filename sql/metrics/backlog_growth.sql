-- Backlog growth
-- Opened plus reopened less resolved and cancelled: what the period added to the backlog.
-- Resolutions that were later reopened count as resolved here, each with its reopening.
-- @unit count
-- @better lower
-- @at event_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, is_major, attribute
select sum(backlog_delta) as value, count(*) as n
from marts.fct_flow
