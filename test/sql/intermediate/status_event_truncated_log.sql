-- An audit trail's only line says "In progress → Resolved at 14:00": in progress from the opening to 14:00; its closing is added from the record.
-- model intermediate.status_event
-- given staging.record
select 'desk:T1' as record_no, 'closed' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-06 14:00:00+00' as resolved_at,
  timestamptz '2024-05-11 14:00:00+00' as closed_at
-- given intermediate.change
select 'desk:T1' as record_no, 'status' as field, 'in_progress' as from_value,
  'resolved' as to_value, timestamptz '2024-05-06 14:00:00+00' as changed_at, 0 as step
-- expect
from (values
  (timestamptz '2024-05-06 09:00:00+00', 'in_progress', 'open', 'opening'),
  (timestamptz '2024-05-06 14:00:00+00', 'resolved', 'resolved', 'history'),
  (timestamptz '2024-05-11 14:00:00+00', 'closed', 'resolved', 'record')
) t(happened_at, status, state, origin)
