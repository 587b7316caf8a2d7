-- Resolved on Sunday 23:59 local time is not in that Sunday's backlog, resolved on Monday 00:01 still is; the data's last day is counted at its own now.
-- model marts.fct_backlog_day
-- given settings.workspace
select 'Europe/Berlin' as zone, timestamptz '2024-05-06 12:00:00+00' as as_of, 10 as aged_days,
  30 as recurrence_days, 'service desk' as desk_pattern
-- given staging.record
from (values
  ('1', 'resolved', timestamptz '2024-05-12 09:00:00+00', timestamptz '2024-05-05 21:59:00+00'),
  ('2', 'resolved', timestamptz '2024-05-12 09:00:00+00', timestamptz '2024-05-05 22:01:00+00'),
  ('3', 'new', null, null)
) t(id, status, closed_at, resolved_at)
select * exclude (id), 'desk' as source, id as record_no, id as record_id, id as number,
  'incident' as record_type, 'P' || id as priority, timestamptz '2024-05-04 09:00:00+00' as opened_at,
  false as is_major
-- expect
from (values
  (date '2024-05-04', 'P1', 1), (date '2024-05-04', 'P2', 1), (date '2024-05-04', 'P3', 1),
  (date '2024-05-05', 'P2', 1), (date '2024-05-05', 'P3', 1),
  (date '2024-05-06', 'P3', 1)
) t(day, priority, open_count)
