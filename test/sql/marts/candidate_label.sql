-- Of the wordings within a tenth of the most central the most frequent is the candidate's name (1), rather one in which
-- nothing is masked (8); one that says little of it is none, however frequent (2). Numbers that differ each time are left out (1), those that
-- belong to the fault stay (2). What no text made is called by what it was found as: a place (3), changes (4), a day
-- (6), a problem record by title and number (7) or number alone (11), a resolution (9). What is long is cut between words (10).
-- model marts.candidate_label
-- given marts.fct_candidate_incident
from (values
  (1, 'A', ['text']), (1, 'B', ['text']), (1, 'C', ['text']), (2, 'D', ['workaround']), (2, 'E', ['text']),
  (3, 'F', ['structural']), (4, 'G', ['after change', 'structural']), (5, 'H', ['major']), (6, 'F', ['structural']), (7, 'F', ['problem']),
  (8, 'F', ['text']), (9, 'F', ['workaround']), (10, 'F', ['text']), (11, 'F', ['problem'])
) t(candidate_no, record_no, evidence)
-- given marts.fct_incident
from (values
  ('A', 'Order 4711 stuck'), ('B', 'Order 4712 stuck'), ('C', 'Order 4713 stuck'), ('D', 'Door 4 stuck'), ('E', 'Door 4 is stuck'),
  ('F', 'x'), ('G', 'x'), ('H', 'x')
) t(record_no, title)
-- given marts.candidate_wording
from (values
  (1, 'Order stuck', 0.81, 1), (1, 'Order 4711 stuck', 0.75, 3), (1, 'Order 1 in the queue', 0.6, 9),
  (2, 'Door 4 is stuck', 0.9, 1), (2, 'Door 4 stuck', 0.9, 2), (2, 'Door', 0.5, 9),
  (8, 'Laptop of ‹name› beeps', 0.9, 9), (8, 'Laptop beeps', 0.8, 1), (9, 'Laptop beeps', 0.9, 1),
  (10, repeat('nine char ', 12), 0.9, 1)
) t(candidate_no, wording, centrality, incident_count)
-- given marts.candidate_value
from (values (9, 'workaround', 'Version 91 rolled out', 1), (9, 'workaround', 'Restarted', 2), (11, 'problem', 'PRB9', 1)) t(candidate_no, field, value, place)
-- given intermediate.candidate_number
from (values
  ('wording 1', 1), ('wording 2', 2), ('structure SW1 · Wifi · Net', 3), ('change MX1', 4), ('major 5', 5),
  ('burst Net · Wifi on 2024-05-01', 6), ('problem desk PRB1', 7), ('wording 8', 8), ('resolution 9', 9), ('wording 10', 10), ('problem desk PRB9', 11)
) t(candidate, candidate_no)
-- given staging.record
select 'problem' as record_type, 'desk' as source, 'abc' as record_id, 'PRB1' as number, 'Wifi drops in Ede' as title
-- expect
from (values
  (1, 'Order … stuck'), (2, 'Door 4 stuck'), (3, 'SW1 · Wifi · Net'), (4, 'MX1 after changes'),
  (5, 'Without words'), (6, 'Net · Wifi on 2024-05-01'), (7, 'Wifi drops in Ede · PRB1'), (8, 'Laptop beeps'),
  (9, 'Resolved by: Version … rolled out'),
  (10, 'nine char nine char nine char nine char nine char nine char nine char nine char nine …'),
  (11, 'Incidents of PRB9')
) t(candidate_no, label)
