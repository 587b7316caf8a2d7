-- The SLA clocks of each incident: one for each kind that has a target for its priority.
-- @grain record_no, kind
select
  r.record_no,                -- Record, unique over sources
  t.kind,                     -- response, resolution
  t.calendar,                 -- Calendar the target is counted in
  t.target_seconds,           -- Target in working time of the calendar
  r.opened_at as started_at,  -- Clock starts at the opening
  case t.kind
    when 'resolution' then o.resolved_at
    else coalesce(p.responded_at, o.resolved_at)
  end as stopped_at,          -- Clock stopped; null while it runs
  greatest(
    r.opened_at,
    coalesce(
      case t.kind
        when 'resolution' then o.resolved_at
        else coalesce(p.responded_at, o.resolved_at)
      end,
      w.as_of
    )
  ) as counted_until          -- Stop, else the data's own now
from staging.record as r
join intermediate.outcome as o on o.record_no = r.record_no
join settings.sla_target as t on t.priority = r.priority
cross join settings.workspace as w
left join intermediate.response as p on p.record_no = r.record_no
where r.record_type = 'incident'
  and r.opened_at is not null
  and o.state <> 'withdrawn'
