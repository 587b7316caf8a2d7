-- Where no response is known, the resolution stops the response clock too; a reopened incident's clock runs on from its opening.
-- model intermediate.clock
-- given staging.record
from (values
  ('desk:1', timestamptz '2024-05-06 09:00:00+00'), ('desk:2', timestamptz '2024-05-06 09:00:00+00')
) t(record_no, opened_at)
select *, 'incident' as record_type, 'P1' as priority
-- given intermediate.response
select 'desk:2' as record_no, timestamptz '2024-05-06 09:05:00+00' as responded_at
-- given intermediate.outcome
from (values
  ('desk:1', 'resolved', timestamptz '2024-05-06 10:00:00+00'), ('desk:2', 'open', null)
) t(record_no, state, resolved_at)
-- expect
from (values
  ('desk:1', 'response', timestamptz '2024-05-06 10:00:00+00'),
  ('desk:1', 'resolution', timestamptz '2024-05-06 10:00:00+00'),
  ('desk:2', 'response', timestamptz '2024-05-06 09:05:00+00'),
  ('desk:2', 'resolution', null)
) t(record_no, kind, stopped_at)
