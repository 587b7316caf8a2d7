-- A wording follows the most alike of those more frequent when three fifths of the weights agree (3 of 5 do, 2 of 4
-- don't), and with it the one that follows: 3 → 2 → 1. Titles and notes don't mix.
-- model intermediate.leading_wording
-- given intermediate.wording
from (values
  (1, 'title', 9), (2, 'title', 5), (3, 'title', 4), (4, 'title', 3), (5, 'notes', 2)
) t(wording_no, field, incident_count)
-- given intermediate.wording_stem
select *, row_number() over (partition by wording_no order by stem) - 1 as weight_before
from (values
  (1, 'title', 'a', 1, 4), (1, 'title', 'b', 1, 4), (1, 'title', 'c', 1, 4), (1, 'title', 'd', 1, 4),
  (2, 'title', 'a', 1, 4), (2, 'title', 'b', 1, 4), (2, 'title', 'c', 1, 4), (2, 'title', 'e', 1, 4),
  (3, 'title', 'b', 1, 4), (3, 'title', 'c', 1, 4), (3, 'title', 'e', 1, 4), (3, 'title', 'f', 1, 4),
  (4, 'title', 'c', 1, 2), (4, 'title', 'g', 1, 2),
  (5, 'notes', 'a', 1, 4), (5, 'notes', 'b', 1, 4), (5, 'notes', 'c', 1, 4), (5, 'notes', 'd', 1, 4)
) t(wording_no, field, stem, weight, total_weight)
-- expect
from (values (1, 1, true, 18), (2, 1, true, 18), (3, 1, true, 18), (4, 4, true, 3), (5, 5, true, 2))
  t(wording_no, group_no, is_guide, group_count)
