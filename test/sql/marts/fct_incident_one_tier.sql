-- Where all groups are of one tier, nothing can rise: functional escalation is not computable, rather than none.
-- model marts.fct_incident
-- given staging.record
select 'moved' as record_no, 'moved' as record_id, 'desk' as source, 'incident' as record_type,
  'Servers' as assignment_group, 'in_progress' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at
-- given intermediate.change
select 'moved' as record_no, 'assignment_group' as field, 'Network' as from_value,
  'Servers' as to_value, timestamptz '2024-05-06 10:00:00+00' as changed_at, 0 as step
-- expect
select 'moved' as record_no, 1 as reassignment_count, null as is_escalated_functionally
