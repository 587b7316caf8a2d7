-- Closed on 3 March, logged again by the same person on 20 March: it came back, in the figure of 2 April, and its watch is over only from then on.
-- model marts.fct_incident
-- given settings.workspace
select 'UTC' as zone, timestamptz '2024-04-01 12:00:00+00' as as_of, 30 as recurrence_days,
  7 as reopen_days, 1 as contact_hours, 'service desk' as desk_pattern
-- given staging.record
from (values
  ('1', 'closed', timestamptz '2024-03-02 09:00:00+00', timestamptz '2024-03-03 10:00:00+00'),
  ('2', 'new', timestamptz '2024-03-20 09:00:00+00', null),
  ('3', 'closed', timestamptz '2024-03-01 09:00:00+00', timestamptz '2024-03-01 10:00:00+00')
) t(id, status, opened_at, closed_at)
select * exclude (id), 'desk' as source, id as record_no, id as record_id, id as number,
  'incident' as record_type, closed_at as resolved_at, if(id = '3', 'bob', 'ann') as requester,
  'Mail' as service, 'Outage' as category
-- expect
from (values
  ('1', true, 'same service and category', 'desk:2', date '2024-04-02', false),
  ('2', false, null, null, null, false),
  ('3', false, null, null, date '2024-03-31', true)
) t(record_no, has_come_back, came_back_evidence, came_back_record_key, recurrence_on, is_watch_over)
