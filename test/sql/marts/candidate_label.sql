-- A candidate is called by its most typical wording, then the most frequent, then the shortest. Numbers that differ each
-- time are left out (1), those that belong to the fault stay (2). Without wordings it is called by where it piles up
-- (3), by its changes (4) or by the attribute's value that made it (6).
-- model marts.candidate_label
-- given marts.fct_candidate_incident
from (values
  (1, 'A', ['text']), (1, 'B', ['text']), (1, 'C', ['text']), (2, 'D', ['workaround']), (2, 'E', ['text']),
  (3, 'F', ['structural']), (4, 'G', ['after change', 'structural']), (5, 'H', ['major']), (6, 'F', ['structural'])
) t(candidate_no, record_no, evidence)
-- given marts.fct_incident
from (values
  ('A', 'Order 4711 stuck'), ('B', 'Order 4712 stuck'), ('C', 'Order 4713 stuck'), ('D', 'Door 4 stuck'), ('E', 'Door 4 is stuck'),
  ('F', 'x'), ('G', 'x'), ('H', 'x')
) t(record_no, title)
-- given marts.candidate_wording
from (values
  (1, 'Order 4711 stuck', 0.9, 2), (1, 'Order stuck again', 0.8, 9),
  (2, 'Door 4 is stuck', 0.9, 1), (2, 'Door 4 stuck', 0.904, 1), (2, 'Door', 1, 9)
) t(candidate_no, wording, typicality, incident_count)
-- given marts.candidate_value
from (values
  (3, 'ci', 'SW1', 0.9, 1), (3, 'subcategory', 'Wifi', 0.7, 1), (3, 'service', 'Net', 1, 1), (3, 'ci', 'SW2', 0.1, 2),
  (4, 'ci', 'MX1', 1, 1), (6, 'ci', 'SW1', 0.2, 1)
) t(candidate_no, field, value, share, place)
-- given settings.problem_attribute
select 'site' as dimension, 'Site' as attribute
-- given intermediate.candidate_number
from (values ('structure SW1 · Wifi · Net', 3), ('structure Site Ede', 6)) t(candidate, candidate_no)
-- expect
from (values
  (1, 'Order … stuck'), (2, 'Door 4 stuck'), (3, 'SW1 · Wifi'), (4, 'MX1 after changes'), (5, 'Without words'), (6, 'Site Ede')
) t(candidate_no, label)
