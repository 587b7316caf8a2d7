-- Declared major after the opening counts, though it was taken back; logged as major from the first moment does not, nor does a candidate.
-- model intermediate.correction
-- given staging.record
from (values ('later'), ('at once'), ('candidate'), ('accepted')) t(record_no)
select *, timestamptz '2024-05-06 09:00:00+00' as opened_at
-- given intermediate.change
from (values
  ('later', 'false', 'true', timestamptz '2024-05-06 10:00:00+00'),
  ('later', 'true', 'false', timestamptz '2024-05-06 11:00:00+00'),
  ('at once', null, 'true', timestamptz '2024-05-06 09:00:00+00'),
  ('candidate', null, 'proposed', timestamptz '2024-05-06 10:00:00+00'),
  ('accepted', 'proposed', 'accepted', timestamptz '2024-05-06 10:00:00+00')
) t(record_no, from_value, to_value, changed_at)
select *, if(to_value in ('true', 'false'), 'is_major', 'major_incident_state') as field
-- expect
from (values ('later', true, true), ('at once', false, true), ('candidate', false, true), ('accepted', true, true))
  t(record_no, is_declared_later, has_major_change)
