-- Time to resolve runs from detection where it is known; an end before its beginning gives no duration and a flag.
-- model intermediate.incident_times
-- given settings.workspace
select 'Europe/Berlin' as zone, timestamptz '2024-05-10 00:00:00+00' as as_of
-- given staging.record
from (values
  ('desk:1', timestamptz '2024-05-06 20:30:00+00'), ('desk:2', null), ('desk:3', null)
) t(record_no, detected_at)
-- given intermediate.counted_incident
from (values
  ('desk:1', 'resolved', timestamptz '2024-05-06 22:30:00+00', timestamptz '2024-05-07 00:00:00+00'),
  ('desk:2', 'resolved', timestamptz '2024-05-06 12:00:00+00', timestamptz '2024-05-06 11:00:00+00'),
  ('desk:3', 'open', timestamptz '2024-05-09 12:00:00+00', null)
) t(record_no, state, opened_at, resolved_at)
-- expect
from (values
  ('desk:1', 3.5, null, false),
  ('desk:2', null, null, true),
  ('desk:3', null, 12, false)
) t(record_no, resolve_hours, age_hours, has_impossible_times)
