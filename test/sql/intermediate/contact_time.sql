-- Business time from opening to resolution leaves out night and weekend: Friday 16:30 to Monday 09:45 is 75 minutes.
-- model intermediate.contact_time
-- given staging.record
select timestamptz '2024-05-03 16:30:00+00' as opened_at
-- given intermediate.counted_incident
select 'desk:1' as record_no, timestamptz '2024-05-03 16:30:00+00' as opened_at,
  timestamptz '2024-05-06 09:45:00+00' as resolved_at
-- expect
select 'desk:1' as record_no, 75 * 60 as used_seconds
