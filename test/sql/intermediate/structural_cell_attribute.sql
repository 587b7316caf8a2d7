-- A value of an attribute in the configuration stands out against the mean of its values; cancelled incidents and
-- empty values don't count.
-- model intermediate.structural_cell
-- given settings.problem_attribute
select 'site' as dimension, 'Site' as attribute
-- given intermediate.incident_facet
select name || i as record_no, timestamptz '2024-05-01 00:00:00+00' as opened_at
from (values ('a', 20), ('b', 2), ('c', 2), ('d', 2), ('empty', 5)) t(name, n) cross join range(20) as r(i) where i < n
-- given staging.record
select name || i as record_no, map {'Site': site} as attributes
from (values ('a', ' Ede', 20), ('b', 'Goes', 2), ('c', 'Wolvega', 2), ('d', 'Ees', 2), ('empty', ' ', 5), ('cancelled', 'Goes', 20))
  t(name, site, n)
cross join range(20) as r(i) where i < n
-- expect
select 'Site Ede' as cell, 'a' || i as record_no from range(20) as r(i)
