-- A → B → A is two reassignments and a ping-pong; the same group twice in a row is none.
-- model intermediate.handling
-- given intermediate.assignment_event
from (values
  ('desk:T1', 1, 'Desk', 'L1'), ('desk:T1', 2, 'Network', 'L2'), ('desk:T1', 3, 'Desk', 'L1'),
  ('desk:T2', 1, 'Desk', 'L1'), ('desk:T2', 2, 'Desk', 'L1'), ('desk:T2', 3, 'Vendor', 'vendor')
) t(record_no, step, assignment_group, tier)
-- expect
from (values
  ('desk:T1', 2, true, 'L2'), ('desk:T2', 1, false, 'vendor')
) t(record_no, reassignment_count, is_ping_pong, highest_tier)
