-- P3, 3 business days = 24 business hours. Opened Friday 16:00, on hold Monday 10:00–12:00, resolved Wednesday 15:00: 1 + 6 + 8 + 6 = 21 h used, met; due Thursday 10:00.
-- model intermediate.sla_result
-- given staging.record
select 'desk' as source, 'desk:1' as record_no, 'incident' as record_type, 'P3' as priority,
  'resolved' as status, timestamptz '2024-05-03 16:00:00+00' as opened_at,
  timestamptz '2024-05-08 15:00:00+00' as resolved_at
-- given intermediate.change
from (values
  ('desk:1', 'status', 'new', 'in_progress', timestamptz '2024-05-03 16:30:00+00', 0),
  ('desk:1', 'status', 'in_progress', 'on_hold', timestamptz '2024-05-06 10:00:00+00', 0),
  ('desk:1', 'status', 'on_hold', 'in_progress', timestamptz '2024-05-06 12:00:00+00', 0),
  ('desk:1', 'status', 'in_progress', 'resolved', timestamptz '2024-05-08 15:00:00+00', 0)
) t(record_no, field, from_value, to_value, changed_at, step)
-- expect
from (values
  ('resolution', 24 * 3600, 21 * 3600, 2 * 3600, timestamptz '2024-05-09 10:00:00+00', 'met'),
  ('response', 4 * 3600, 1800, 0, timestamptz '2024-05-06 12:00:00+00', 'met')
) t(kind, target_seconds, used_seconds, paused_seconds, due_at, verdict)
