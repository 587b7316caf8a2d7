-- Durations of each incident. Impossible times (an end before its beginning)
-- give no duration and are flagged: METRICS.md, ground rule 10.
-- @grain record_no
with
times as (
  select
    c.record_no,
    w.as_of,
    c.state,
    c.opened_at,
    r.occurred_at,
    r.detected_at,
    coalesce(r.detected_at, c.opened_at) as known_at,
    p.responded_at,
    c.first_resolved_at,
    c.resolved_at,
    c.closed_at,
    c.withdrawn_at
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  cross join settings.workspace as w
  left join intermediate.response as p on p.record_no = c.record_no
)

select
  record_no,                  -- Record, unique over sources
  occurred_at,                -- Failure began
  detected_at,                -- Failure noticed
  responded_at,               -- First response
  opened_at,                  -- Opened
  first_resolved_at,          -- First resolution
  resolved_at,                -- Final resolution
  closed_at,                  -- Closing, else final resolution
  withdrawn_at,               -- Cancelled
  case when resolved_at >= known_at then (epoch_us(resolved_at) - epoch_us(known_at)) / 3.6e9 end
    as resolve_hours,         -- Detection, else opening → final resolution
  case
    when first_resolved_at >= known_at then (epoch_us(first_resolved_at) - epoch_us(known_at)) / 3.6e9
  end as first_resolve_hours, -- Detection, else opening → first resolution
  case when responded_at >= opened_at then (epoch_us(responded_at) - epoch_us(opened_at)) / 3.6e9 end
    as respond_hours,         -- Opening → first response
  case when detected_at >= occurred_at then (epoch_us(detected_at) - epoch_us(occurred_at)) / 3.6e9 end
    as detect_hours,          -- Occurrence → detection
  case when state = 'open' then greatest(epoch_us(as_of) - epoch_us(opened_at), 0) / 3.6e9 end
    as age_hours,             -- Opening → now, of open ones
  case
    when state = 'open' then greatest(epoch_us(as_of) - epoch_us(known_at), 0) / 3.6e9
    when state = 'withdrawn' and withdrawn_at >= known_at
      then (epoch_us(withdrawn_at) - epoch_us(known_at)) / 3.6e9
    when state = 'resolved' and resolved_at >= known_at
      then (epoch_us(resolved_at) - epoch_us(known_at)) / 3.6e9
  end as observed_hours,      -- Detection, else opening → final resolution, cancelling, else now
  coalesce(
    resolved_at < opened_at
      or resolved_at < known_at
      or first_resolved_at < known_at
      or closed_at < resolved_at
      or responded_at < opened_at
      or detected_at < occurred_at,
    false
  ) as has_impossible_times   -- An end before its beginning
from times
