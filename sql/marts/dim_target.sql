-- Goals that hold or held, by metric, priority, service and time.
-- @grain metric, priority, service, from_day, until_day
select
  metric,                     -- Metric id
  priority,                   -- P1–P5; null for all
  service,                    -- Null for all
  from_day,                   -- First local day; null: since ever
  until_day,                  -- Last local day; null: still
  goal,                       -- In the metric's unit
  direction                   -- at least, at most
from settings.target
