-- Without a roster nothing is near a change of shifts, and nothing is told.
-- model marts.fct_handover
-- given intermediate.sla_result
select 'a' as record_no, 'resolution' as kind, 'breached' as verdict, 'around the clock' as calendar,
  timestamptz '2024-05-06 14:59:00+00' as breached_at
-- expect nothing
