-- Of two exports with the same last update the one with more columns tells the record, whichever came first.
-- model staging.record
-- given landing.import_log
from (values
  (1, timestamptz '2024-03-06 12:00:00+00'), (2, timestamptz '2024-03-06 13:00:00+00')
) t(import_id, as_of)
-- given landing.import_field
from (values (1, 'status', 'state'), (1, 'priority', 'priority'), (2, 'status', 'state'))
  t(import_id, field, header)
-- given landing.record_version
from (values
  ('1', 'closed', 'P1', timestamptz '2024-03-06 12:00:00+00', 1, 11),
  ('1', 'closed', null, timestamptz '2024-03-06 12:00:00+00', 2, 99)
) t(record_id, status, priority, updated_at, import_id, row_hash)
-- expect
from (values ('1', 'closed', 'P1')) t(record_id, status, priority)
