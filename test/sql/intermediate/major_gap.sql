-- Majors opened on 3, 10 and 24 March, in any source: gaps of 7 and 14 days. The first has none; a cancelled one counts for nothing.
-- model intermediate.major_gap
-- given intermediate.counted_incident
from (values
  ('1', 'desk', true, 'resolved', timestamptz '2024-03-03 09:00:00+00'),
  ('2', 'porto', true, 'open', timestamptz '2024-03-10 09:00:00+00'),
  ('3', 'desk', true, 'withdrawn', timestamptz '2024-03-12 09:00:00+00'),
  ('4', 'desk', false, 'resolved', timestamptz '2024-03-15 09:00:00+00'),
  ('5', 'desk', true, 'resolved', timestamptz '2024-03-24 09:00:00+00')
) t(record_no, source, is_major, state, opened_at)
-- expect
from (values ('1', null), ('2', 7.0), ('5', 14.0)) t(record_no, gap_days)
