-- Days between majors
-- Mean days from the opening of the major incident before to the opening of each one opened in
-- the period. The one before may be of any source, service or period; the very first has no
-- gap.
-- @unit days
-- @better higher
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(major_gap_days) as value, count(major_gap_days) as n
from marts.fct_incident
where is_major and not is_cancelled
