-- One breached record of the resolution kind is a breach, a cycle still running within its time is no verdict, and a source whose flag is always true has none unless SLA records came too.
-- model intermediate.sla_recorded
-- given staging.record
from (values ('1'), ('2'), ('3'), ('4')) t(id)
select 'desk' as source, 'desk:' || id as record_no, true as sla_met_recorded
-- given staging.sla_cycle
from (values
  ('desk:1', 'resolution', 'completed', false), ('desk:1', 'resolution', 'completed', true),
  ('desk:2', 'resolution', 'completed', false), ('desk:2', 'response', 'completed', true),
  ('desk:3', 'resolution', 'in_progress', false)
) t(record_no, kind, stage, is_breached)
-- expect
from (values ('desk:1', false), ('desk:2', true)) t(record_no, is_met)
