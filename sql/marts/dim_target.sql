-- Goals in force, by metric and priority.
-- @grain metric, priority
select
  metric,                     -- Metric id
  priority,                   -- P1–P5; null for all
  goal,                       -- In the metric's unit
  direction                   -- at least, at most
from settings.target
