-- The time a breached clock used belongs to those who held it then, cut at the roster's boundaries; hours
-- no shift covers are nobody's; it adds up to the time used.
-- model marts.fct_breach_share
-- given settings.shift
from (values ('Early', 360, 840), ('Late', 840, 1320)) t(shift, starts_minute, ends_minute)
-- given staging.record
select timestamptz '2024-05-01 00:00:00+00' as opened_at
-- given intermediate.group_tier
select 'Desk' as assignment_group, 'L1' as tier
-- given intermediate.sla_result
from (values ('late', 'breached'), ('in time', 'met')) t(record_no, verdict)
select *, 'resolution' as kind
-- given intermediate.clock_span
from (values
  ('late', 'Desk', timestamptz '2024-05-06 13:00:00+00', timestamptz '2024-05-06 16:00:00+00', 3 * 3600),
  ('late', 'Desk', timestamptz '2024-05-06 16:00:00+00', timestamptz '2024-05-06 17:00:00+00', 0),
  ('late', 'Network', timestamptz '2024-05-06 20:00:00+00', timestamptz '2024-05-06 23:00:00+00', 3 * 3600),
  ('in time', 'Desk', timestamptz '2024-05-06 13:00:00+00', timestamptz '2024-05-06 14:00:00+00', 3600)
) t(record_no, assignment_group, started_at, ended_at, counted_seconds)
select *, 'resolution' as kind, 'around the clock' as calendar
-- expect
from (values
  ('late', 'Desk', 'L1', 'Early', 3600, 1 / 6), ('late', 'Desk', 'L1', 'Late', 7200, 2 / 6),
  ('late', 'Network', null, 'Late', 7200, 2 / 6), ('late', 'Network', null, null, 3600, 1 / 6)
) t(record_no, assignment_group, tier, shift, used_seconds, used_share)
