-- Groups on a CI that is twice as usual in them as in their service are tied (1 and 2), unless each is resolved in a way
-- of its own (3 and 4). A CI that is most of its service ties nothing (5 and 6).
-- model intermediate.cause_tie
-- given intermediate.wording_profile
from (values
  (1, 'SW1', 0.1, 0), (2, 'SW1', 0.1, 0),
  (3, 'SW2', 0.1, 4), (4, 'SW2', 0.1, 4),
  (5, 'SW3', 0.7, 0), (6, 'SW3', 0.7, 0)
) t(group_no, ci, ci_usual_share, telling_count),
  (select 5 as incident_count, 'Net' as service, 1.0 as service_share, 5 as ci_known_count, 5 as ci_count, 4 as noted_count)
-- expect
from (values (1, 2, true), (2, 1, true)) t(group_no, other_no, is_same_ci)
