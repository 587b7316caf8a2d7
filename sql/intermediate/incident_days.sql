-- Local days and hours of each incident's times, in the workspace's zone.
-- Read from one table: behind a join the engine looks the zone up again for every row.
-- @grain record_no
select
  t.record_no,                -- Record, unique over sources
  timezone(w.zone, t.opened_at)::date as opened_on,                  -- Local day
  timezone(w.zone, t.detected_at)::date as detected_on,              -- Local day
  timezone(w.zone, t.responded_at)::date as responded_on,            -- Local day
  timezone(w.zone, t.first_resolved_at)::date as first_resolved_on,  -- Local day
  timezone(w.zone, t.resolved_at)::date as resolved_on,              -- Local day
  timezone(w.zone, t.closed_at)::date as closed_on,                  -- Local day
  timezone(w.zone, t.withdrawn_at)::date as withdrawn_on,            -- Local day
  isodow(timezone(w.zone, t.opened_at)) as opened_isodow,            -- 1 Monday – 7 Sunday
  hour(timezone(w.zone, t.opened_at)) as opened_local_hour,          -- 0–23
  hour(timezone(w.zone, t.opened_at)) * 60 + minute(timezone(w.zone, t.opened_at))
    as opened_local_minute    -- Of the local day
from intermediate.incident_times as t
cross join settings.workspace as w
