-- A day with far more of a kind than its usual day is a flood, told at the narrowest level that has most of it: the
-- subcategory (12 of 13), not the category, and none of its CIs.
-- model intermediate.structural_burst
-- given intermediate.incident_facet
select
  name as record_no, 'Net' as service, 'Network' as category, subcategory, ci,
  timestamptz '2024-05-01 10:00:00+00' as opened_at
from (
  select 'flood' || i as name, 'Wifi' as subcategory, 'AP' || i as ci from range(12) as r(i)
  union all
  select 'other', 'Vpn', null
)
union all
select 'usual' || i, 'Net', 'Network', 'Wifi', null, timestamptz '2024-03-01 10:00:00+00' + to_days((3 * i)::integer)
from range(10) as r(i)
-- expect
select 'Net · Network · Wifi on 2024-05-01' as burst, 'flood' || i as record_no from range(12) as r(i)
