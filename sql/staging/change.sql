-- Field changes as the tools' own logs tell them, of records that are known. Those of others wait
-- in landing until their record comes.
select
  c.source,                   -- Source, as configured
  n.record_no,                -- Record, unique over sources
  c.field,                    -- Canonical name where known
  c.from_value,               -- Canonical for status and priority
  c.to_value,                 -- Canonical for status and priority
  c.to_stops_clock,           -- For status changes
  c.changed_at,               -- Instant
  c.changed_by                -- Who
from landing.change as c
join staging.record_number as n on n.source = c.source and n.reference = c.record_id
