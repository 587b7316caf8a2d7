-- A closed record without history was open in an unknown status, then resolved, then closed.
-- model intermediate.status_event
-- given staging.record
select 'desk:T1' as record_no, 'closed' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-06 12:00:00+00' as resolved_at,
  timestamptz '2024-05-11 12:00:00+00' as closed_at
-- expect
from (values
  (timestamptz '2024-05-06 09:00:00+00', 'unknown', null, false, 'opening'),
  (timestamptz '2024-05-06 12:00:00+00', 'resolved', 'resolved', false, 'record'),
  (timestamptz '2024-05-11 12:00:00+00', 'closed', 'resolved', false, 'record')
) t(happened_at, status, state, stops_clock, origin)
