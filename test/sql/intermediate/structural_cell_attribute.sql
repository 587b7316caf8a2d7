-- A value of an attribute in the configuration stands out where its subcategory has far more of it than of all
-- incidents; cancelled incidents and empty values don't count.
-- model intermediate.structural_cell
-- given settings.problem_attribute
select 'site' as dimension, 'Site' as attribute
-- given intermediate.incident_facet
select name || i as record_no, 'Net' as category, subcategory, timestamptz '2024-05-01 00:00:00+00' as opened_at
from (values ('a', 'Wifi', 20), ('b', 'Wifi', 2), ('c', 'Vpn', 2), ('d', 'Vpn', 60), ('empty', 'Vpn', 5)) t(name, subcategory, n)
cross join range(60) as r(i) where i < n
-- given staging.record
select name || i as record_no, map {'Site': site} as attributes
from (values ('a', ' Ede', 20), ('b', 'Goes', 2), ('c', 'Ede', 2), ('d', 'Ees', 60), ('empty', ' ', 5), ('cancelled', 'Goes', 20))
  t(name, site, n)
cross join range(60) as r(i) where i < n
-- expect
select 'Ede · Wifi · Net' as cell, 'a' || i as record_no from range(20) as r(i)
