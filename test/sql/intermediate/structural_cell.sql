-- A CI stands out against the mean of its service's CIs: SW1 has 30 where 9 are to expect. The only CI of a
-- service has nothing to stand out against. What lies before the window doesn't make it stand out, but belongs to it.
-- model intermediate.structural_cell
-- given intermediate.incident_facet
select name || i as record_no, service, ci, subcategory,
  case when name = 'old' then timestamptz '2022-01-01 00:00:00+00' else timestamptz '2024-05-01 00:00:00+00' end as opened_at
from (values
  ('a', 'Net', 'SW1', 'Wifi', 15), ('b', 'Net', 'SW1', 'Lan', 14), ('old', 'Net', 'SW1', 'Vpn', 1),
  ('c', 'Net', 'SW2', 'Wifi', 3), ('d', 'Net', 'SW3', 'Lan', 2), ('e', 'Net', 'SW4', 'Lan', 2),
  ('alone', 'Mail', 'MX1', 'Sync', 40)
) t(name, service, ci, subcategory, n)
cross join range(40) as r(i)
where i < n
-- expect
select 'SW1 · Net' as cell, name || i as record_no
from (values ('a', 15), ('b', 14), ('old', 1)) t(name, n) cross join range(15) as r(i) where i < n
