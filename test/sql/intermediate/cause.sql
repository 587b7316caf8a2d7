-- Groups that are tied have one cause, through others too (1, 2 and 3), called by the lowest number; untied ones have
-- their own.
-- model intermediate.cause
-- given intermediate.wording_profile
select i as group_no from range(1, 6) as r(i)
-- given intermediate.cause_tie
from (values (3, 2), (2, 3), (2, 1), (1, 2)) t(group_no, other_no)
-- expect
from (values (1, 1), (2, 1), (3, 1), (4, 4), (5, 5)) t(group_no, cause_no)
