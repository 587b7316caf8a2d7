-- Where a tool logs promise, end and breach apart, promised and ended without a breach is met, any breach is none, and an end without a promise or a promise without an end is no verdict.
-- model intermediate.sla_recorded
-- given staging.record
from (values ('1'), ('2'), ('3'), ('4')) t(id)
select 'desk' as source, 'desk:' || id as record_no, null::boolean as sla_met_recorded
-- given staging.sla_cycle
from (values
  ('desk:1', 'resolution', 'in_progress', false), ('desk:1', 'resolution', 'completed', null),
  ('desk:2', 'resolution', 'in_progress', false), ('desk:2', 'resolution', 'in_progress', true),
  ('desk:2', 'resolution', 'completed', null),
  ('desk:3', 'resolution', 'completed', null),
  ('desk:4', 'resolution', 'in_progress', false)
) t(record_no, kind, stage, is_breached)
-- expect
from (values ('desk:1', true), ('desk:2', false)) t(record_no, is_met)
