-- Cancelled incidents say nothing; notes of three letters say nothing either.
-- model intermediate.incident_text
-- given staging.record
from (values
  ('kept', 'Printer jam', 'Roller cleaned'),
  ('terse', 'Printer jam', ' ok '),
  ('cancelled', 'Printer jam', 'Roller cleaned')
) t(record_no, title, resolution_notes)
-- given intermediate.counted_incident
from (values ('kept', 'resolved'), ('terse', null), ('cancelled', 'withdrawn')) t(record_no, state)
-- expect
from (values
  ('kept', 'title', 'printer jam'), ('kept', 'notes', 'roller cleaned'), ('terse', 'title', 'printer jam')
) t(record_no, field, text)
