-- Resolved Monday 11:00 and closed by a job on Saturday takes two hours, not 122.
-- model intermediate.incident_times
-- given staging.record
select 'desk' as source, 'desk:1' as record_no, '1' as record_id, 'INC1' as number,
  'incident' as record_type, 'closed' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-06 11:00:00+00' as resolved_at,
  timestamptz '2024-05-11 11:00:00+00' as closed_at
-- expect
select 'desk:1' as record_no, 2 as resolve_hours,
  timestamptz '2024-05-06 11:00:00+00' as resolved_at,
  timestamptz '2024-05-11 11:00:00+00' as closed_at, false as has_impossible_times
