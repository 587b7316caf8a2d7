-- The tape of a clock tells what counted, what was paused and what lay outside hours.
-- model intermediate.clock_span
-- given staging.record
select 'desk:T1' as record_no, timestamptz '2024-05-06 15:00:00+00' as opened_at
-- given intermediate.clock
select 'desk:T1' as record_no, 'resolution' as kind, 'business hours' as calendar,
  4 * 3600 as target_seconds, timestamptz '2024-05-06 15:00:00+00' as started_at,
  timestamptz '2024-05-07 11:00:00+00' as counted_until
-- given intermediate.segment
from (values
  (timestamptz '2024-05-06 15:00:00+00', timestamptz '2024-05-07 10:00:00+00', false, 'Desk'),
  (timestamptz '2024-05-07 10:00:00+00', null, true, 'Network')
) t(started_at, ended_at, stops_clock, assignment_group)
select *, 'desk:T1' as record_no
-- expect
from (values
  (timestamptz '2024-05-06 15:00:00+00', timestamptz '2024-05-07 10:00:00+00', 'Desk', 19 * 3600, 3 * 3600, 3 * 3600),
  (timestamptz '2024-05-07 10:00:00+00', timestamptz '2024-05-07 11:00:00+00', 'Network', 3600, 3600, 0)
) t(started_at, ended_at, assignment_group, elapsed_seconds, working_seconds, counted_seconds)
