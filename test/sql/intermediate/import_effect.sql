-- An import makes new records, brings newer versions of known ones, moves their status, or only tells what was known better: counted in the order imports came.
-- model intermediate.import_effect
-- given landing.import_log
select i as import_id, 'desk' as source, timestamptz '2024-06-01 00:00:00+00' + to_days(i) as as_of
from (values (1), (2), (3)) t(i)
-- given landing.record_version
from (values
  ('A', 'new', timestamptz '2024-05-01 00:00:00+00', 1, 10),
  ('A', 'closed', timestamptz '2024-05-03 00:00:00+00', 2, 11),
  ('A', 'in_progress', timestamptz '2024-05-02 00:00:00+00', 3, 12),
  ('B', 'new', timestamptz '2024-05-01 00:00:00+00', 1, 20),
  ('B', 'new', timestamptz '2024-05-02 00:00:00+00', 2, 21),
  ('C', 'new', timestamptz '2024-05-01 00:00:00+00', 2, 30),
  ('C', 'closed', timestamptz '2024-05-01 10:00:00+00', 2, 31),
  ('D', 'new', timestamptz '2024-05-01 00:00:00+00', 3, 40)
) t(record_id, status, updated_at, import_id, row_hash)
select *, 'desk' as source
-- expect
from (values (1, 2, 0, 0, 0), (2, 1, 2, 0, 1), (3, 1, 0, 1, 0))
  t(import_id, new_record_count, updated_record_count, outdated_record_count, moved_status_count)
