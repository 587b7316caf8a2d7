-- Twenty in 95 days, none for the 121 since, in which 25 would have come: silent since the last, after the change nearest
-- to it. Accepted as a problem it ranks behind everything. Four incidents make no silence, nor does a short one.
-- model marts.dim_candidate
-- given settings.accepted_candidate
select 1 as candidate_no, 'PRB9' as problem_id
-- given marts.fct_candidate_incident
select candidate_no, name || i as record_no, ['text'] as evidence, true as is_in_window, true as is_primary,
  last_at::timestamptz - to_days((5 * i)::integer) as opened_at, (last_at::timestamptz)::date - (5 * i)::integer as opened_on, 1 as hours_lost
from (values
  (1, 'a', '2024-03-01 12:00:00+00', 20), (2, 'b', '2024-03-01 12:00:00+00', 4), (3, 'c', '2024-06-20 12:00:00+00', 20)
) t(candidate_no, name, last_at, n)
cross join range(20) as r(i) where i < n
-- given marts.fct_incident
select name || i as record_no from (values ('a', 20), ('b', 4), ('c', 20)) t(name, n) cross join range(20) as r(i) where i < n
-- given intermediate.incident_facet
select name || i as record_no from (values ('a', 20), ('b', 4), ('c', 20)) t(name, n) cross join range(20) as r(i) where i < n
-- given intermediate.candidate_agreement
from (values (1, 1.0), (2, 1.0), (3, 1.0)) t(candidate_no, agreement)
-- given marts.candidate_value
from (values (1, 'ci', 'SW1', 20, 1, 1), (2, 'ci', 'SW1', 4, 1, 1)) t(candidate_no, field, value, incident_count, share, place)
-- given staging.record
from (values
  ('CHG1', 'change', 'CHG1', 'SW1', timestamptz '2024-02-28 12:00:00+00', null),
  ('CHG3', 'change', 'CHG3', ' SW1', null, timestamptz '2024-03-02 12:00:00+00'),
  ('CHG2', 'change', 'CHG2', 'SW1', timestamptz '2024-02-29 12:00:00+00', null)
) t(record_no, record_type, number, ci, resolved_at, closed_at)
-- expect
from (values
  (1, 121, 20 / 95 * 121, true, timestamptz '2024-03-01 12:00:00+00', 'CHG2', 1, 3),
  (2, 121, 4 / 28 * 121, false, null, null, 0, 2),
  (3, 10, 20 / 95 * 10, false, null, null, 0, 1)
) t(candidate_no, silent_days, expected_in_silence, is_silent, silent_since, silent_after_change, covered_share, rank)
