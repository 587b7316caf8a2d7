-- November's export is imported before October's: an incident open in October's and closed in November's stays closed, with or without a time of its last update.
-- model staging.record
-- given landing.import_log
from (values
  (1, timestamptz '2024-11-30 00:00:00+00'), (2, timestamptz '2024-10-31 00:00:00+00')
) t(import_id, as_of)
-- given landing.record_version
from (values
  ('1', 'closed', timestamptz '2024-11-12 09:00:00+00', 1, 11),
  ('1', 'new', timestamptz '2024-10-28 09:00:00+00', 2, 12),
  ('2', 'closed', null, 1, 21),
  ('2', 'new', null, 2, 22),
  ('3', 'new', timestamptz '2024-10-28 09:00:00+00', 2, 32)
) t(record_id, status, updated_at, import_id, row_hash)
-- expect
from (values
  ('1', 'closed', 2, 1), ('2', 'closed', 2, 1), ('3', 'new', 1, 2)
) t(record_id, status, version_count, import_id)
