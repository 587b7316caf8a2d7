-- Incidents that aren't left out count, cancelled ones too; an empty text is no value of a dimension.
-- model intermediate.counted_incident
-- given staging.record
from (values
  ('desk:1', '  ', ' Mail ', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:2', 'Net', 'Mail', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:3', 'Net', 'Mail', timestamptz '2024-05-06 09:00:00+00'),
  ('desk:4', 'Net', 'Mail', null)
) t(record_no, service, category, opened_at)
-- given intermediate.outcome
from (values
  ('desk:1', 'open'), ('desk:2', 'withdrawn'), ('desk:3', 'open'), ('desk:4', 'open')
) t(record_no, state)
-- given intermediate.exclusion
from (values
  ('desk:1', null), ('desk:2', null), ('desk:3', 'request'), ('desk:4', null)
) t(record_no, exclusion)
-- expect
from (values ('desk:1', null, 'Mail', 'open'), ('desk:2', 'Net', 'Mail', 'withdrawn'))
  t(record_no, service, category, state)
