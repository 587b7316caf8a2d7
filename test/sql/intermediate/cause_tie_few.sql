-- Of few incidents of one CI, likeness of a third in words ties (1 and 2: 3 of 7), less doesn't (3), and on another CI it
-- doesn't either (4).
-- model intermediate.cause_tie
-- given intermediate.wording_profile
from (values (1, 'SW1'), (2, 'SW1'), (3, 'SW1'), (4, 'SW2')) t(group_no, ci),
  (select 1 as incident_count, 'Net' as service, 1.0 as service_share, 1 as ci_known_count, 1 as ci_count,
    0.1 as ci_usual_share, 0 as noted_count, 0 as telling_count)
-- given intermediate.wording_stem
from (values
  (1, 'fan', 3, 5), (1, 'loud', 2, 5), (2, 'fan', 3, 5), (2, 'dead', 2, 5), (3, 'dead', 1, 5), (3, 'port', 4, 5),
  (4, 'fan', 3, 5), (4, 'loud', 2, 5)
) t(wording_no, stem, weight, total_weight)
-- expect
from (values (1, 2, 3 / 7), (2, 1, 3 / 7)) t(group_no, other_no, likeness)
