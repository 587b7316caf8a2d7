-- Time to resolve, median with open ones
-- Half of the incidents opened in the period take no longer than this from detection, else
-- opening, to final resolution. Open and cancelled incidents count as taking longer than
-- observed so far (Kaplan–Meier), so a recent period doesn’t look fast only because its slow
-- incidents are still open.
-- @unit hours
-- @better lower
-- @at opened_at
-- @survival
-- @by source, service, priority, category, subcategory, assignment_group, tier, channel, location, ci, resolution_code, resolved_at_source, is_major, opened_weekday, opened_hour, opened_shift, sla_policy, attribute
-- @needs observed_hours
select observed_hours as hours, is_observed_end as is_over, is_open as is_open
from marts.fct_incident
