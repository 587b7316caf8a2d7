-- How long each record was in each status.
-- @grain record_no, started_at
with
spans as (
  select
    record_no,
    happened_at,
    step,
    status,
    stops_clock,
    lead(happened_at) over (partition by record_no order by happened_at, step) as ended_at
  from intermediate.status_event
)

select
  record_no,                  -- Record, unique over sources
  status,                     -- Canonical
  stops_clock,                -- Whether the status stops the SLA clock
  happened_at as started_at,  -- Instant
  ended_at,                   -- Instant; null while it lasts
  (epoch(ended_at) - epoch(happened_at)) / 3600.0 as hours  -- Around the clock
from spans
where ended_at is null or ended_at > happened_at
