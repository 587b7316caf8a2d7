-- Each pair says its strongest evidence and all there is, and whether a person struck it.
-- model marts.fct_comeback
-- given intermediate.comeback_link
from (values
  (1, 2, timestamptz '2024-05-02 09:00:00+00', 1, true, false, true, false),
  (1, 3, timestamptz '2024-05-03 09:00:00+00', 2, false, true, false, true)
) t(record_no, came_back_record_no, opened_at, strength, is_linked, is_same_subject, is_same_text, is_struck)
-- expect
from (values
  (1, 2, 'linked', ['linked', 'same text'], timestamptz '2024-05-02 09:00:00+00', false),
  (1, 3, 'same service and category', ['same service and category'],
    timestamptz '2024-05-03 09:00:00+00', true)
) t(record_no, came_back_record_no, evidence, evidences, came_back_at, is_struck)
