-- Five worded alike, of which seven tenths have one category, say what the vague one likely is; a group that is torn says
-- nothing.
-- model marts.likely_category
-- given marts.fct_incident
select name || i as record_no, 'desk' as source, category, is_vague as is_vague_category
from (values
  ('a', 'Network', false, 7), ('b', 'Mail', false, 3), ('c', 'Other', true, 1), ('d', null, true, 1),
  ('x', 'Network', false, 6), ('y', 'Mail', false, 4), ('z', 'Other', true, 1), ('few', 'Mail', false, 4), ('rare', null, true, 1)
) t(name, category, is_vague, n)
cross join range(7) as r(i) where i < n
-- given intermediate.incident_facet
select name || i as record_no, group_no
from (values ('a', 1, 7), ('b', 1, 3), ('c', 1, 1), ('d', 1, 1), ('x', 2, 6), ('y', 2, 4), ('z', 2, 1), ('few', 3, 4), ('rare', 3, 1))
  t(name, group_no, n)
cross join range(7) as r(i) where i < n
-- expect
from (values ('c0', 'Other', 'Network', 0.7, 7), ('d0', null, 'Network', 0.7, 7)) t(record_no, logged_as, likely_category, share, based_on)
