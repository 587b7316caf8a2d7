-- INC0000137: its "New" line of 11:10 has update number 1 and follows a "Resolved" line of 11:03 with number 2, and the tool counts no reopening.
-- model intermediate.state_change
-- given staging.record
select 'uci:137' as record_no, 'closed' as status, 0 as reopen_count,
  timestamptz '2016-02-29 11:00:00+00' as opened_at,
  timestamptz '2016-02-29 11:29:00+00' as resolved_at,
  timestamptz '2016-03-05 12:00:00+00' as closed_at
-- given staging.version
from (values
  ('version', 0, 'new', timestamptz '2016-02-29 11:01:00+00'),
  ('version', 2, 'resolved', timestamptz '2016-02-29 11:03:00+00'),
  ('version', 1, 'new', timestamptz '2016-02-29 11:10:00+00'),
  ('version', 3, 'resolved', timestamptz '2016-02-29 11:29:00+00'),
  ('version', 4, 'closed', timestamptz '2016-03-05 12:00:00+00')
) t(grain, version_number, status, version_at)
select *, 'uci:137' as record_no
-- expect
select timestamptz '2016-02-29 11:29:00+00' as happened_at, 'open' as from_state,
  'resolved' as to_state
