-- P3 opened Friday 16:00 and resolved Wednesday 15:00 took 1 + 8 + 8 + 6 business hours, on hold or not.
-- model intermediate.business_time
-- given staging.record
select 'friday' as record_no, timestamptz '2024-05-03 16:00:00+00' as opened_at
-- given intermediate.counted_incident
select 'friday' as record_no, timestamptz '2024-05-03 16:00:00+00' as opened_at,
  timestamptz '2024-05-08 15:00:00+00' as resolved_at
-- given intermediate.clock
select 'friday' as record_no, 'resolution' as kind, 'business hours' as calendar
-- expect
select 'friday' as record_no, 23 as business_hours
