-- SLA records of the tools, without cancelled ones: those were replaced and say nothing.
select
  n.record_no,                -- Record, unique over sources
  s.kind,                     -- response, resolution; null when the name doesn't say
  s.stage,                    -- in_progress, paused, completed
  s.started_at,               -- Clock started
  s.ended_at,                 -- Clock stopped
  s.due_at,                   -- Planned end
  s.is_breached               -- The tool's verdict
from landing.sla_cycle as s
join staging.record_number as n on n.source = s.source and n.reference = s.record_id
where s.stage is distinct from 'cancelled'
