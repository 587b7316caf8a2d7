-- Aged backlog
-- Share of the backlog at the end of the period that was opened more than 10 days before
-- (setting).
-- @unit share
-- @better lower
-- @at day
-- @snapshot
-- @by source, service, priority, category, assignment_group, tier, channel, location, is_major, age_band, attribute
select sum(aged_count) / sum(open_count) as value, sum(open_count) as n
from marts.fct_backlog_day
