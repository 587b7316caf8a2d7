-- Durations and local days of each incident. Impossible times (an end before its beginning)
-- give no duration and are flagged: METRICS.md, ground rule 10.
-- @grain record_key
with
times as (
  select
    c.record_key,
    w.zone,
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
  join staging.record as r on r.record_key = c.record_key
  cross join settings.workspace as w
  left join intermediate.response as p on p.record_key = c.record_key
)

select
  record_key,                 -- Record, unique over sources
  occurred_at,                -- Failure began
  detected_at,                -- Failure noticed
  responded_at,               -- First response
  timezone(zone, opened_at)::date as opened_on,                  -- Local day
  timezone(zone, detected_at)::date as detected_on,              -- Local day
  timezone(zone, responded_at)::date as responded_on,            -- Local day
  timezone(zone, first_resolved_at)::date as first_resolved_on,  -- Local day
  timezone(zone, resolved_at)::date as resolved_on,              -- Local day
  timezone(zone, closed_at)::date as closed_on,                  -- Local day
  timezone(zone, withdrawn_at)::date as withdrawn_on,            -- Local day
  isodow(timezone(zone, opened_at)) as opened_isodow,            -- 1 Monday – 7 Sunday
  hour(timezone(zone, opened_at)) as opened_local_hour,          -- 0–23
  hour(timezone(zone, opened_at)) * 60 + minute(timezone(zone, opened_at))
    as opened_local_minute,   -- Of the local day
  case when resolved_at >= known_at then (epoch(resolved_at) - epoch(known_at)) / 3600.0 end
    as resolve_hours,         -- Detection, else opening → final resolution
  case
    when first_resolved_at >= known_at then (epoch(first_resolved_at) - epoch(known_at)) / 3600.0
  end as first_resolve_hours, -- Detection, else opening → first resolution
  case when responded_at >= opened_at then (epoch(responded_at) - epoch(opened_at)) / 3600.0 end
    as respond_hours,         -- Opening → first response
  case when detected_at >= occurred_at then (epoch(detected_at) - epoch(occurred_at)) / 3600.0 end
    as detect_hours,          -- Occurrence → detection
  case when state = 'open' then greatest(epoch(as_of) - epoch(opened_at), 0) / 3600.0 end
    as age_hours,             -- Opening → now, of open ones
  coalesce(
    resolved_at < opened_at
      or closed_at < resolved_at
      or responded_at < opened_at
      or detected_at < occurred_at,
    false
  ) as has_impossible_times   -- An end before its beginning
from times
