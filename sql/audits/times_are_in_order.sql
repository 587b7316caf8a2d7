-- An end before its beginning gives no duration.
-- @severity warn
select source, number, opened_at, responded_at, resolved_at, closed_at
from marts.fct_incident
where has_impossible_times
