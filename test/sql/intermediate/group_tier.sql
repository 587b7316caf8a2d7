-- A group's tier is what the settings state, else what the export says, else what its name suggests.
-- model intermediate.group_tier
-- given settings.tier
select 'Print Service Desk' as assignment_group, 'vendor' as tier
-- given staging.record
from (values
  ('Print Service Desk', 'L1'), ('SAP', 'L3'), ('IT-Helpdesk', null), ('Network', null)
) t(assignment_group, tier)
-- expect
from (values
  ('Print Service Desk', 'vendor', true), ('SAP', 'L3', true),
  ('IT-Helpdesk', 'L1', false), ('Network', 'L2', false)
) t(assignment_group, tier, is_stated)
