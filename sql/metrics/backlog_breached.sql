-- Open and breached
-- Incidents open at the end of the period and already past their resolution target.
-- @unit count
-- @better lower
-- @at day
-- @snapshot
-- @by source, service, priority, category, assignment_group, tier, channel, location, is_major, age_band, attribute
select sum(breached_count) as value, sum(open_count) as n
from marts.fct_backlog_day
