-- Candidate 1: 26 in the window, half an incident a week, 10 of them in the last eight weeks: (10 + 4) / 16 a week against
-- (16 + 4) / 52, which counts as twice. In 4 of 13 four-week spans, by four people at one site: 52 h × 4/13 × 2 × 0.75 ×
-- 0.5. Candidate 2: two in the only span it has been seen, one of them by an open problem: 20 h × 1/13 × 1 × 0.5 × 1 × 0.5.
-- model marts.dim_candidate
-- given marts.fct_candidate_incident
select 1 as candidate_no, 'a' || i as record_no, ['text'] as evidence, i > 0 as is_in_window, i > 16 as is_recent, true as is_primary,
  case i when 0 then timestamptz '2022-06-01 12:00:00+00' else timestamptz '2024-06-29 12:00:00+00' - to_days(7 * (i % 13)::integer) end as opened_at,
  date '2024-06-29' - (7 * (i % 13))::integer as opened_on, 2 as hours_lost, 30 as handling_cost
from range(27) as r(i)
union all
select 2, name, ['structural', 'text'], true, true, true, timestamptz '2024-06-25 12:00:00+00', date '2024-06-25', 10, null
from (values ('b'), ('c')) t(name)
-- given marts.fct_incident
select 'desk' as source, 'a' || i as record_no, 'user ' || i % 4 as requester, 'Ede' as location, null as problem_id from range(27) as r(i)
union all
from (values ('desk', 'b', 'user 1', null, 'PRB1'), ('desk', 'c', 'user 1', null, 'PRB2'))
-- given intermediate.incident_facet
select 'a' || i as record_no, i % 3 as wording_no from range(27) as r(i)
union all
from (values ('b', 7), ('c', null))
-- given intermediate.candidate_agreement
from (values (1, 0.5), (2, 1.0)) t(candidate_no, agreement)
-- given staging.record
from (values ('desk', 'P1', 'PRB1', 'PRB1', 'problem', 'new'), ('desk', 'P2', 'PRB2', 'PRB2', 'problem', 'closed'))
  t(source, record_no, record_id, number, record_type, status)
-- given marts.candidate_value
from (values (2, 'problem', 'PRB1', 1, 0.5, 1), (2, 'problem', 'PRB2', 1, 0.5, 2)) t(candidate_no, field, value, incident_count, share, place)
-- expect
from (values
  (1, 27, 26, 10, 16, 52, 52 / 2 * 52 / 52, 13, 4 / 13, 2, 0.75, 0.5, 0, 52 * 4 / 13 * 2 * 0.75 * 0.5, 1, 4, 1, 3, null),
  (2, 2, 2, 2, 0, 20, 10 * 52 / 8, 1, 1 / 13, 1, 0.5, 1, 0.5, 20 / 13 * 0.25, 2, 1, 0, 1, true)
) t(candidate_no, incident_count, window_count, recent_count, before_count, hours_lost, saved_hours, weeks_active, persistence,
  trend, spread, purity, covered_share, score, rank, requester_count, location_count, wording_count, is_problem_open)
