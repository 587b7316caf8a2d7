-- Vague category
-- Share of incidents opened in the period whose category is empty, says "other" in some words,
-- or holds more than its share (40 %, setting) of its source’s incidents.
-- @unit share
-- @better lower
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(is_vague_category::integer) as value, count(*) as n
from marts.fct_incident
where not is_cancelled
