-- Impossible times
-- Share of incidents opened in the period with an end before its beginning, such as a
-- resolution before the opening. Such durations are kept out of every average.
-- @unit share
-- @better lower
-- @at opened_at
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
select avg(has_impossible_times::integer) as value, count(*) as n
from marts.fct_incident
where not is_cancelled
