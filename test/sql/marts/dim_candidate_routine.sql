-- What ever other people ask for all year at no CI of its own is a routine demand, and ranks after all others whatever
-- its hours (1). The same from the same few people (2), or at one CI (3), is none.
-- model marts.dim_candidate
-- given marts.fct_candidate_incident
select
  candidate_no, candidate_no || ' ' || i as record_no, ['text'] as evidence, true as is_in_window, i < 8 as is_recent,
  true as is_primary, timestamptz '2024-06-29 12:00:00+00' - to_days((7 * i)::integer) as opened_at,
  date '2024-06-29' - (7 * i)::integer as opened_on, case candidate_no when 1 then 9 else 1 end as hours_lost
from (values (1), (2), (3)) c(candidate_no) cross join range(52) as r(i)
-- given marts.fct_incident
select candidate_no || ' ' || i as record_no, 'user ' || case candidate_no when 2 then i % 9 else i end as requester
from (values (1), (2), (3)) c(candidate_no) cross join range(52) as r(i)
-- given intermediate.incident_facet
select candidate_no || ' ' || i as record_no from (values (1), (2), (3)) c(candidate_no) cross join range(52) as r(i)
-- given intermediate.candidate_agreement
from (values (1, 0.5), (2, 0.5), (3, 0.5)) t(candidate_no, agreement)
-- given marts.candidate_value
from (values (1, 'ci', 'LT-1', 0.1, 3, 1), (3, 'ci', 'SW1', 0.9, 40, 1)) t(candidate_no, field, value, share, incident_count, place)
-- expect
from (values (1, true, 3), (2, false, 2), (3, false, 1)) t(candidate_no, is_routine, rank)
