-- How often each candidate's incidents come, week by week.
-- @grain candidate_no, week_started_on
select
  candidate_no,               -- Candidate
  date_trunc('week', opened_on)::date as week_started_on,  -- Monday, local
  count(*)::integer as incident_count,  -- Incidents opened
  sum(hours_lost) as hours_lost         -- Of these
from marts.fct_candidate_incident
group by candidate_no, date_trunc('week', opened_on)
