-- Desk (L1) → Network (L2) → Desk was passed on to a higher tier, and so was L2 → L1 → vendor; L2 → L1 was not, nor was one group that stood idle in between.
-- model intermediate.handling
-- given intermediate.assignment_event
from (values
  ('up and down', 1, 'Desk', 'L1'), ('up and down', 2, 'Network', 'L2'), ('up and down', 3, 'Desk', 'L1'),
  ('down', 1, 'Network', 'L2'), ('down', 2, 'Desk', 'L1'),
  ('over a gap', 1, 'Network', 'L2'), ('over a gap', 2, 'Desk', 'L1'), ('over a gap', 3, null, null),
  ('over a gap', 4, 'Telvia', 'vendor'),
  ('same level', 1, 'Network', 'L2'), ('same level', 2, 'Servers', 'L2')
) t(record_no, step, assignment_group, tier)
-- expect
from (values ('up and down', true), ('down', false), ('over a gap', true), ('same level', false))
  t(record_no, is_tier_raised)
