-- Where one subcategory is nearly all of a CI that stands out, it is taken instead of the CI.
-- model intermediate.structural_cell
-- given intermediate.incident_facet
select name || i as record_no, 'Net' as service, ci, subcategory, timestamptz '2024-05-01 00:00:00+00' as opened_at
from (values
  ('a', 'SW1', 'Wifi', 16), ('b', 'SW1', 'Lan', 4), ('c', 'SW2', 'Wifi', 2), ('d', 'SW3', 'Wifi', 2), ('e', 'SW4', 'Lan', 2)
) t(name, ci, subcategory, n)
cross join range(16) as r(i)
where i < n
-- expect
select 'SW1 · Wifi · Net' as cell, 'a' || i as record_no from range(16) as r(i)
