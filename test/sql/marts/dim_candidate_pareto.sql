-- Hours count once in the running share: incident B is candidate 2's, not candidate 1's. A candidate without hours in the
-- window has score 0, no trend and no share.
-- model marts.dim_candidate
-- given marts.fct_candidate_incident
from (values
  (1, 'A', true, true, 6, date '2024-06-03'), (1, 'B', true, false, 3, date '2024-06-03'),
  (2, 'B', true, true, 3, date '2024-06-03'), (3, 'C', false, true, 5, date '2022-06-03')
) t(candidate_no, record_no, is_in_window, is_primary, hours_lost, opened_on)
select *, opened_on::timestamp at time zone 'UTC' as opened_at, false as is_recent, ['text'] as evidence
-- given marts.fct_incident
from (values ('A'), ('B'), ('C')) t(record_no)
-- given intermediate.incident_facet
from (values ('A'), ('B'), ('C')) t(record_no)
-- given intermediate.candidate_agreement
from (values (1, 1.0), (2, 1.0), (3, 1.0)) t(candidate_no, agreement)
-- expect
from (values (1, 9, 6, 2 / 3, 1, 0.5), (2, 3, 3, 1, 2, 0.5), (3, 0, 0, 1, 3, 1))
  t(candidate_no, hours_lost, hours_counted_once, hours_running_share, rank, trend)
