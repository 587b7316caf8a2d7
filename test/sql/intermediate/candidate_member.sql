-- Five that are worded alike are a candidate, four are none. A structure three fifths of which the texts explain is
-- evidence for theirs (SW1); of one they don't explain the rest is a candidate of its own if it is most of it (SW2).
-- model intermediate.candidate_member
-- given intermediate.incident_cause
from (values
  ('A', 7, 'text', false), ('B', 7, 'text', true), ('C', 7, 'text', false), ('D', 7, 'workaround', null),
  ('E', 7, 'text', false),
  ('F', 8, 'text', false), ('G', 8, 'text', false), ('H', 8, 'text', false), ('I', 8, 'text', false),
  ('J', null, 'text', null)
) t(record_no, cause_no, told_by, is_boundary)
-- given intermediate.incident_facet
select record_no, 7 as group_no from (values ('A'), ('B'), ('C'), ('D'), ('E'), ('F'), ('G'), ('H'), ('I'), ('J')) t(record_no)
-- given intermediate.structural_cell
from (values
  ('SW1 · Net', 'A'), ('SW1 · Net', 'B'), ('SW1 · Net', 'C'), ('SW1 · Net', 'F'), ('SW1 · Net', 'G'),
  ('SW2 · Net', 'A'), ('SW2 · Net', 'F'), ('SW2 · Net', 'G'), ('SW2 · Net', 'J')
) t(cell, record_no)
-- expect
from (values
  ('wording 7', 'A', ['structural', 'text'], false), ('wording 7', 'B', ['structural', 'text'], true),
  ('wording 7', 'C', ['structural', 'text'], false), ('wording 7', 'D', ['workaround'], false),
  ('wording 7', 'E', ['text'], false),
  ('structure SW2 · Net', 'F', ['structural'], false), ('structure SW2 · Net', 'G', ['structural'], false),
  ('structure SW2 · Net', 'J', ['structural'], false)
) t(candidate, record_no, evidence, is_boundary)
