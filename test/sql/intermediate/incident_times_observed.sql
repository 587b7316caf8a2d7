-- An incident is observed until its resolution, its cancelling or now, from detection where it is known; what ends before it begins is not, and is flagged.
-- model intermediate.incident_times
-- given settings.workspace
select timestamptz '2024-05-10 00:00:00+00' as as_of
-- given staging.record
from (values
  ('resolved', timestamptz '2024-05-06 10:00:00+00'), ('open', null), ('cancelled', null),
  ('noticed after resolution', timestamptz '2024-05-06 13:00:00+00'), ('not yet noticed', timestamptz '2024-05-11 00:00:00+00')
) t(record_no, detected_at)
-- given intermediate.counted_incident
from (values
  ('resolved', 'resolved', timestamptz '2024-05-06 12:00:00+00', null),
  ('open', 'open', null, null),
  ('cancelled', 'withdrawn', null, timestamptz '2024-05-06 09:30:00+00'),
  ('noticed after resolution', 'resolved', timestamptz '2024-05-06 12:00:00+00', null),
  ('not yet noticed', 'open', null, null)
) t(record_no, state, resolved_at, withdrawn_at)
select *, timestamptz '2024-05-06 09:00:00+00' as opened_at
-- expect
from (values
  ('resolved', 2.0, false), ('open', 87.0, false), ('cancelled', 0.5, false),
  ('noticed after resolution', null, true), ('not yet noticed', 0.0, false)
) t(record_no, observed_hours, has_impossible_times)
