-- The tool's verdict on each resolution beside ours, and why they differ.
-- @grain record_no
select
  record_no,                  -- Record, unique over sources
  recorded,                   -- met, breached: the tool's verdict; null without one
  computed,                   -- met, breached: ours; null without one
  is_disagreement,            -- Null unless both have a verdict
  reason,                     -- missing time, priority, reopening, pause, calendar, target, legacy flag, unexplained
  origin,                     -- sla record, flag: where the tool's verdict was read
  recorded_due_at,            -- The tool's due time
  due_at                      -- Ours
from intermediate.sla_comparison
