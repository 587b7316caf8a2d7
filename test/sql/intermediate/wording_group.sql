-- What is rare joins the group of the most alike guide: at three fifths surely (10), from a half on at the boundary
-- (11), not where another group is as like (12) nor below a half: noise stays alone (13).
-- model intermediate.wording_group
-- given intermediate.wording
from (values
  (1, 'title', 9), (2, 'title', 8), (10, 'title', 1), (11, 'title', 1), (12, 'title', 1), (13, 'title', 1)
) t(wording_no, field, incident_count)
-- given intermediate.leading_wording
from (values (1, 'title', 9, 1, true, 9), (2, 'title', 8, 2, true, 8))
  t(wording_no, field, incident_count, group_no, is_guide, group_count)
-- given intermediate.wording_stem
select *, 1 as weight, count(*) over (partition by wording_no) as total_weight
from (values
  (1, 'title', 'a'), (1, 'title', 'b'), (1, 'title', 'c'), (1, 'title', 'd'),
  (2, 'title', 'a'), (2, 'title', 'b'), (2, 'title', 'x'), (2, 'title', 'y'),
  (10, 'title', 'a'), (10, 'title', 'b'), (10, 'title', 'c'),
  (11, 'title', 'c'), (11, 'title', 'd'),
  (12, 'title', 'a'), (12, 'title', 'b'),
  (13, 'title', 'd'), (13, 'title', 'z')
) t(wording_no, field, stem)
-- expect
from (values
  (1, 1, false), (2, 2, false), (10, 1, false), (11, 1, true), (12, 12, false), (13, 13, false)
) t(wording_no, group_no, is_boundary)
