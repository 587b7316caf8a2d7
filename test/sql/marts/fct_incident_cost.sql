-- L1 at 22, L2 at 80: held by the desk and then by Network costs 80, by the desk alone 22, by a tier without a price nothing is known. Resolved after 3 h with 40 affected users: 120 hours lost; else once.
-- model marts.fct_incident
-- given settings.tier_cost
from (values ('L1', 22.0), ('L2', 80.0)) t(tier, cost)
-- given settings.tier
select 'Telvia' as assignment_group, 'vendor' as tier
-- given intermediate.record_attribute
select '1' as record_no, 40.0 as affected_users
-- given staging.record
from (values ('1', 'Service Desk'), ('2', 'Service Desk'), ('3', 'Telvia')) t(id, assignment_group)
select * exclude (id), id as record_no, id as record_id, 'desk' as source, 'incident' as record_type, 'resolved' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at, timestamptz '2024-05-06 12:00:00+00' as resolved_at
-- given intermediate.change
from (values
  ('1', 'Service Desk', 'Network', timestamptz '2024-05-06 10:00:00+00'),
  ('1', 'Network', 'Service Desk', timestamptz '2024-05-06 11:00:00+00')
) t(record_no, from_value, to_value, changed_at)
select *, 'assignment_group' as field, 0 as step
-- expect
from (values ('1', 80.0, 120.0), ('2', 22.0, 3.0), ('3', null, 3.0)) t(record_no, handling_cost, hours_lost)
