-- Since the article was first used, two were resolved with it in 1 h on average and two without it in 4 h: 6 hours lost. A
-- workaround helps where there is no article; what nobody shares helps nothing.
-- model marts.candidate_help
-- given marts.fct_candidate_incident
from (values
  (1, 'A', 1), (1, 'B', 2), (1, 'C', 3), (1, 'D', 4), (1, 'E', 5), (2, 'F', 1), (2, 'G', 2), (3, 'H', 1)
) t(candidate_no, record_no, n)
select * exclude n, true as is_in_window, timestamptz '2024-05-01 00:00:00+00' + to_days(n) as opened_at
-- given marts.fct_incident
from (values
  ('A', 9), ('B', 1), ('C', 5), ('D', 1), ('E', 3), ('F', 2), ('G', 1), ('H', 1)
) t(record_no, resolve_hours)
select *, true as is_resolved
-- given marts.dim_record
from (values ('A', null), ('B', 'KB1'), ('C', 'KB2'), ('D', 'KB1 '), ('E', null), ('F', null), ('G', null), ('H', null))
  t(record_no, knowledge_id)
-- given intermediate.incident_facet
from (values ('A', null), ('B', null), ('C', null), ('D', null), ('E', null), ('F', 71), ('G', 72), ('H', 73)) t(record_no, note_group_no)
-- given marts.candidate_value
from (values
  (1, 'knowledge', 'KB1', 1, 2, 0.67), (2, 'workaround', 'Restarted', 1, 1, 0.5), (3, 'workaround', 'Other', 1, 1, 0.2)
) t(candidate_no, field, value, place, incident_count, share)
-- expect
from (values (1, 'article', 'KB1', 2, 1, 2, 4, 6), (2, 'workaround', 'Restarted', 1, 2, 1, 1, 0))
  t(candidate_no, kind, help, helped_count, helped_hours, unhelped_count, unhelped_hours, unhelped_hours_lost)
