-- One row for everything that moved the backlog.
-- @grain record_no, event, event_at, step
with
events as (
  select f.*, timezone(w.zone, f.event_at)::date as event_on
  from intermediate.flow_event as f
  cross join settings.workspace as w
)

select
  f.record_no,                -- Record, unique over sources
  f.event,                    -- opened, reopened, resolved, 'resolved, later reopened', cancelled
  f.event_at,                 -- Instant
  f.event_on,                 -- Local day
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
  c.is_major,                 -- Declared major
  c.attribute_1,              -- Dimension of the configuration
  c.attribute_2,              -- Dimension of the configuration
  c.attribute_3,              -- Dimension of the configuration
  c.attribute_4,              -- Dimension of the configuration
  c.attribute_5,              -- Dimension of the configuration
  c.attribute_6,              -- Dimension of the configuration
  c.attribute_7,              -- Dimension of the configuration
  c.attribute_8               -- Dimension of the configuration
from events as f
join intermediate.counted_incident as c on c.record_no = f.record_no
