-- A problem stands for the candidate that holds half of its incidents, two at the least and a twentieth of the candidate's. An open one is quiet when
-- nothing came for 90 days, by it or its candidate.
-- model marts.known_problem
-- given staging.record
from (values
  ('P1', 'problem', 'PRB1', 'p1', 'in_progress', null, timestamptz '2024-01-01 00:00:00+00'),
  ('P2', 'problem', 'PRB2', 'p2', 'new', map {'known_error': 'True '}, timestamptz '2024-01-01 00:00:00+00'),
  ('P3', 'problem', 'PRB3', 'p3', 'closed', map {'known_error': 'false'}, timestamptz '2023-01-01 00:00:00+00'),
  ('P4', 'problem', 'PRB4', 'p4', 'new', null, timestamptz '2024-06-01 00:00:00+00')
) t(record_no, record_type, number, record_id, status, attributes, opened_at)
select *, 'desk' as source
-- given marts.fct_incident
from (values
  ('A', 'PRB1', timestamptz '2024-02-01 00:00:00+00'), ('B', 'p1', timestamptz '2024-03-01 00:00:00+00'),
  ('C', 'PRB1', timestamptz '2024-03-02 00:00:00+00'), ('D', 'PRB2', timestamptz '2024-03-03 00:00:00+00'),
  ('E', 'PRB3', timestamptz '2024-03-03 00:00:00+00'),
  ('F', 'PRB4', timestamptz '2024-06-03 00:00:00+00'), ('G', 'PRB4', timestamptz '2024-06-03 00:00:00+00')
) t(record_no, problem_id, opened_at)
select *, 'desk' as source
-- given marts.fct_candidate_incident
from (values (1, 'A'), (1, 'B'), (2, 'C'), (2, 'D'), (3, 'F'), (3, 'G')) t(candidate_no, record_no) select *, true as is_primary
-- given marts.dim_candidate
from (values (1, 1.3, 40), (2, 1, 40), (3, 1, 41)) t(candidate_no, trend, incident_count)
select *, timestamptz '2024-06-29 00:00:00+00' as last_seen_at
-- expect
from (values
  ('PRB1', true, null, 1, 3, 'growing', false), ('PRB2', true, true, null, 1, null, true), ('PRB3', false, false, null, 1, null, false),
  ('PRB4', true, null, null, 2, null, false)
) t(number, is_open, is_known_error, candidate_no, linked_count, candidate_growth, is_quiet)
