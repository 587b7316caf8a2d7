-- Waiting with nobody in between makes no reassignment, and A → B → C → B is a ping-pong too.
-- model intermediate.handling
-- given intermediate.assignment_event
from (values
  ('desk:1', 0, null, null), ('desk:1', 1, 'Desk', 'L1'), ('desk:1', 2, null, null), ('desk:1', 3, 'Desk', 'L1'),
  ('desk:2', 0, 'A', 'L1'), ('desk:2', 1, 'B', 'L2'), ('desk:2', 2, 'C', 'L3'), ('desk:2', 3, 'B', 'L2'),
  ('desk:3', 0, 'A', 'L1'), ('desk:3', 1, 'B', 'L2'), ('desk:3', 2, 'C', 'L3'), ('desk:3', 3, 'A', 'L1')
) t(record_no, step, assignment_group, tier)
-- expect
from (values
  ('desk:1', 0, false, 'L1', 'L1'), ('desk:2', 3, true, 'L3', 'L2'), ('desk:3', 3, false, 'L3', 'L1')
) t(record_no, reassignment_count, is_ping_pong, highest_tier, last_tier)
