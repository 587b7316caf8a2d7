-- Shares are of the incidents that have any value; equal ones stand in the order of the alphabet. A workaround is quoted.
-- model marts.candidate_value
-- given marts.fct_candidate_incident
from (values (1, 'A'), (1, 'B'), (1, 'C'), (1, 'D')) t(candidate_no, record_no)
-- given marts.fct_incident
from (values ('A', 'SW2'), ('B', 'SW1'), ('C', null), ('D', null)) t(record_no, ci)
-- given marts.dim_record
from (values ('A', ' '), ('B', 'KB1'), ('C', null), ('D', 'KB1 ')) t(record_no, knowledge_id)
-- given intermediate.incident_facet
from (values ('A', 71), ('B', 71), ('C', 72), ('D', null)) t(record_no, note_group_no)
-- given intermediate.shown_text
from (values ('B', 'notes', 'Told ‹name› to wait'), ('A', 'title', 'Wifi down')) t(record_no, field, text)
-- expect
from (values
  (1, 'ci', 'SW1', 1, 0.5, 1), (1, 'ci', 'SW2', 1, 0.5, 2), (1, 'knowledge', 'KB1', 2, 1, 1),
  (1, 'workaround', 'Told ‹name› to wait', 2, 2 / 3, 1)
) t(candidate_no, field, value, incident_count, share, place)
