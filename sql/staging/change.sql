-- Field changes as the tools' own logs tell them.
select
  c.source,                   -- Source, as configured
  c.source || ':' || coalesce(a.record_id, c.record_id) as record_key,  -- Record, unique over sources
  c.field,                    -- Canonical name where known
  c.from_value,               -- Canonical for status and priority
  c.to_value,                 -- Canonical for status and priority
  c.to_stops_clock,           -- For status changes
  c.changed_at,               -- Instant
  c.changed_by                -- Who
from landing.change as c
left join staging.record_alias as a on a.source = c.source and a.alias = c.record_id
