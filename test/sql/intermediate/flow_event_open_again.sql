-- An incident that is open again counts its resolution as one that did not last: 0 + 1 + 1 − 1 = 1 open.
-- model intermediate.flow_event
-- given intermediate.counted_incident
select 'desk:1' as record_no, 'open' as state, timestamptz '2024-05-06 09:00:00+00' as opened_at
-- given intermediate.state_change
from (values
  ('desk:1', timestamptz '2024-05-07 12:00:00+00', 1, 'open', 'resolved'),
  ('desk:1', timestamptz '2024-05-08 12:00:00+00', 2, 'resolved', 'open')
) t(record_no, happened_at, step, from_state, to_state)
-- expect
from (values
  ('opened', 1), ('resolved, later reopened', -1), ('reopened', 1)
) t(event, backlog_delta)
