-- Eight rows of a file: one refused, one known; two changes, one of a record that is not here; an older version; a request; one cancelled, one open, one resolved.
-- model marts.fct_stage
-- given settings.workspace
select 'UTC' as zone, timestamptz '2024-06-01 12:00:00+00' as as_of, 30 as recurrence_days,
  7 as reopen_days, 1 as contact_hours, 'service desk' as desk_pattern
-- given landing.import_log
from (values (1, 'incident', 8, 6, 1, 1, 0), (2, 'change', 3, 2, 0, 0, 1))
  t(import_id, grain, rows_read, rows_accepted, rows_rejected, rows_unchanged, rows_skipped)
select *, 'desk' as source, timestamptz '2024-06-01 00:00:00+00' as as_of, [] as warnings
-- given landing.rejected_row
select 1 as import_id, 'a.csv' as file_name, 3 as row_number, 'opened_at' as field, 'no time' as reason
union all
select 1, 'a.csv', 3, 'closed_at', 'no time either'
-- given landing.change
from (values ('A', 50), ('Z', 51)) t(record_id, row_hash)
select *, 'desk' as source, 'category' as field, 'Mail' as to_value, 2 as import_id,
  timestamptz '2024-05-01 10:00:00+00' as changed_at
-- given landing.record_version
from (values
  ('A', 'incident', 'in_progress', timestamptz '2024-05-01 09:00:00+00', null, 1),
  ('A', 'incident', 'closed', timestamptz '2024-05-02 09:00:00+00', timestamptz '2024-05-02 08:00:00+00', 2),
  ('B', 'incident', 'cancelled', timestamptz '2024-05-01 09:00:00+00', null, 3),
  ('C', 'incident', 'new', timestamptz '2024-05-01 09:00:00+00', null, 4),
  ('D', 'request', 'closed', timestamptz '2024-05-01 09:00:00+00', null, 5),
  ('E', 'incident', 'new', timestamptz '2024-05-01 09:00:00+00', null, 6)
) t(record_id, record_type, status, updated_at, resolved_at, row_hash)
select *, 'desk' as source, record_id as number, 1 as import_id, 'incident' as grain,
  if(record_id = 'E', null, timestamptz '2024-05-01 08:00:00+00') as opened_at
-- expect
from (values
  (1, 'in', 'read', 11), (1, 'out', 'unchanged', 1), (1, 'out', 'rejected', 1),
  (1, 'out', 'skipped', 1), (1, 'on', 'accepted', 8),
  (2, 'in', 'landed', 8), (2, 'out', 'changes', 1), (2, 'out', 'changes waiting', 1),
  (2, 'out', 'sla records', 0), (2, 'on', 'versions', 6),
  (3, 'in', 'versions', 6), (3, 'out', 'older', 1), (3, 'on', 'records', 5),
  (4, 'in', 'records', 5), (4, 'out', 'request', 1), (4, 'out', 'no opening time', 1),
  (4, 'on', 'incidents', 3),
  (5, 'in', 'incidents', 3), (5, 'out', 'open', 1), (5, 'out', 'cancelled', 1),
  (5, 'out', 'no resolution time', 0), (5, 'on', 'resolved', 1)
) t(step, role, item, item_count)
