-- A clock that pauses over night in its calendar and while on hold is due when its working time is used up.
-- model intermediate.clock_reading
-- given staging.record
select 'desk:T1' as record_no, timestamptz '2024-05-06 15:00:00+00' as opened_at
-- given intermediate.clock
select 'desk:T1' as record_no, 'resolution' as kind, 'business hours' as calendar,
  4 * 3600 as target_seconds, timestamptz '2024-05-06 15:00:00+00' as started_at,
  timestamptz '2024-05-07 15:00:00+00' as counted_until
-- given intermediate.segment
from (values
  (timestamptz '2024-05-06 15:00:00+00', timestamptz '2024-05-07 10:00:00+00', false),
  (timestamptz '2024-05-07 10:00:00+00', timestamptz '2024-05-07 12:00:00+00', true),
  (timestamptz '2024-05-07 12:00:00+00', null, false)
) t(started_at, ended_at, stops_clock)
select *, 'desk:T1' as record_no
-- expect
select 'desk:T1' as record_no, 6 * 3600 as used_seconds, 2 * 3600 as paused_seconds,
  timestamptz '2024-05-07 13:00:00+00' as due_at
