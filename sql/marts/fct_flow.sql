-- One row for everything that moved the backlog.
-- @grain record_key, event, event_at, step
select
  f.record_key,               -- Record, unique over sources
  f.event,                    -- opened, reopened, resolved, 'resolved, later reopened', cancelled
  f.event_at,                 -- Instant
  timezone(w.zone, f.event_at)::date as event_on,  -- Local day
  f.step,                     -- Order within the same instant
  f.backlog_delta,            -- +1 or -1
  c.source,                   -- Source, as configured
  c.service,                  -- As exported
  c.priority,                 -- P1–P5
  c.category,                 -- As exported
  c.subcategory,              -- As exported
  c.assignment_group,         -- Now
  c.tier,                     -- Tier of the group
  c.channel,                  -- How it was reported
  c.location,                 -- As exported
  c.ci,                       -- Configuration item
  c.is_major                  -- Declared major
from intermediate.flow_event as f
join intermediate.counted_incident as c on c.record_key = f.record_key
cross join settings.workspace as w
