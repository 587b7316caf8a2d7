-- Weeks begin on Monday.
-- model marts.fct_candidate_week
-- given marts.fct_candidate_incident
from (values
  (1, 'A', date '2024-06-02', 1), (1, 'B', date '2024-06-03', 2), (1, 'C', date '2024-06-09', 4), (2, 'C', date '2024-06-09', 4)
) t(candidate_no, record_no, opened_on, hours_lost)
-- expect
from (values (1, date '2024-05-27', 1, 1), (1, date '2024-06-03', 2, 6), (2, date '2024-06-03', 1, 4))
  t(candidate_no, week_started_on, incident_count, hours_lost)
