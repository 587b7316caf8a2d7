-- Night and weekend don't count: Friday 16:30 to Monday 09:45 is 75 minutes, in a calendar around the
-- clock 65 hours and a quarter. Business hours start with the detection, contact hours with the opening; resolved before it was opened, or
-- before it was noticed, there are none.
-- model intermediate.business_time
-- given staging.record
from (values
  ('plain', timestamptz '2024-05-03 16:30:00+00', null),
  ('round the clock', timestamptz '2024-05-03 16:30:00+00', null),
  ('noticed early', timestamptz '2024-05-03 16:30:00+00', timestamptz '2024-05-03 16:00:00+00'),
  ('backwards', timestamptz '2024-05-07 16:30:00+00', null)
) t(record_no, opened_at, detected_at)
-- given intermediate.counted_incident
select key as record_no, opened as opened_at, timestamptz '2024-05-06 09:45:00+00' as resolved_at
from (values
  ('plain', timestamptz '2024-05-03 16:30:00+00'),
  ('round the clock', timestamptz '2024-05-03 16:30:00+00'),
  ('noticed early', timestamptz '2024-05-03 16:30:00+00'),
  ('backwards', timestamptz '2024-05-07 16:30:00+00')
) t(key, opened)
-- given intermediate.clock
select 'round the clock' as record_no, 'resolution' as kind, 'around the clock' as calendar
-- expect
from (values
  ('plain', 1.25, 1.25), ('round the clock', 65.25, 65.25), ('noticed early', 1.25, 1.75),
  ('backwards', null, null)
) t(record_no, contact_hours, business_hours)
