-- The first status of a record is what its first change came from; waiting stops the clock.
-- model intermediate.status_event
-- given staging.record
select 'desk:T1' as record_no, 'on_hold' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at
-- given intermediate.change
from (values
  ('desk:T1', 'status', 'new', 'in_progress', null, timestamptz '2024-05-06 10:00:00+00', 0),
  ('desk:T1', 'status', 'in_progress', 'on_hold', true, timestamptz '2024-05-06 11:00:00+00', 0)
) t(record_no, field, from_value, to_value, to_stops_clock, changed_at, step)
-- expect
from (values
  (timestamptz '2024-05-06 09:00:00+00', 'new', 'open', false, 'opening'),
  (timestamptz '2024-05-06 10:00:00+00', 'in_progress', 'open', false, 'history'),
  (timestamptz '2024-05-06 11:00:00+00', 'on_hold', 'open', true, 'history')
) t(happened_at, status, state, stops_clock, origin)
