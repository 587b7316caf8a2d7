-- The tool's SLA records outrank its flag, and a flag that is true on every record of a source is none.
-- model intermediate.sla_recorded
-- given staging.record
from (values
  ('a', 'a:1', true), ('a', 'a:2', false), ('a', 'a:3', null),
  ('b', 'b:1', true), ('b', 'b:2', true)
) t(source, record_no, sla_met_recorded)
-- given staging.sla_cycle
from (values
  ('a:1', 'resolution', 'completed', true), ('a:1', 'resolution', 'completed', false),
  ('b:2', 'response', 'completed', true)
) t(record_no, kind, stage, is_breached)
-- expect
from (values ('a:1', false, 'sla record'), ('a:2', false, 'flag')) t(record_no, is_met, origin)
