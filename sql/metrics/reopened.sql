-- Reopened
-- Times an incident went from resolved back to open. One incident can count more than once.
-- @unit count
-- @better lower
-- @at event_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, is_major, attribute
select count(*) as value, count(*) as n
from marts.fct_flow
where event = 'reopened'
