-- The newest version of a record wins by its own time, then by the tool's counter, then by the export, whichever file came first.
-- model staging.record
-- given landing.import_log
select 1 as import_id, timestamptz '2024-05-01 00:00:00+00' as as_of
union all
select 2, timestamptz '2024-06-01 00:00:00+00'
-- given landing.record_version
from (values
  ('T1', 7, 'in_progress', timestamptz '2024-05-20 00:00:00+00', 2, 72),
  ('T1', 9, 'closed', timestamptz '2024-05-20 00:00:00+00', 1, 71),
  ('T2', null, 'closed', timestamptz '2024-05-20 00:00:00+00', 1, 73),
  ('T2', null, 'new', timestamptz '2024-05-10 00:00:00+00', 2, 74),
  ('T3', null, 'closed', timestamptz '2024-05-20 00:00:00+00', 2, 75),
  ('T3', null, 'new', timestamptz '2024-05-20 00:00:00+00', 1, 76)
) t(record_id, version_number, status, updated_at, import_id, row_hash)
-- expect
from (values ('T1', 'closed', 2), ('T2', 'closed', 2), ('T3', 'closed', 2)) t(record_id, status, version_count)
