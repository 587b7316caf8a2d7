-- The incidents each problem candidate is made of. One incident may support several candidates; in a total over
-- candidates its hours count at its primary one only.
-- @grain candidate_no, record_no
select
  i.candidate_no,             -- Candidate
  i.record_no,                -- Incident
  i.evidence,                 -- text, workaround, structural, after change, problem, major
  i.is_boundary,              -- Belongs less than surely: worth a look
  i.is_primary,               -- Where its hours count in a total over candidates
  f.opened_at,                -- Opened
  f.opened_on,                -- Local day
  coalesce(f.opened_at > w.as_of - to_days(7 * d.window_weeks), false) as is_in_window,  -- Of the time that ranks
  coalesce(f.opened_at > w.as_of - to_days(7 * d.recent_weeks), false) as is_recent,     -- Of the last weeks of it
  coalesce(f.hours_lost, f.age_hours) as hours_lost,  -- Time to resolve, so far of open ones, once for each affected user
  f.handling_cost             -- Null without prices
from intermediate.candidate_incident as i
join marts.fct_incident as f on f.record_no = i.record_no
cross join settings.workspace as w
cross join settings.problem_detection as d
