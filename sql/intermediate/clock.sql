-- The SLA clocks of each record: one for each kind that a policy promises it.
-- A priority change counts the new target from the opening, unless the policy says from the change.
-- @grain record_no, kind
with
stops as (
  select
    l.record_no,
    l.kind,
    l.position,
    r.priority,
    r.opened_at,
    case l.kind
      when 'resolution' then o.resolved_at
      else coalesce(p.responded_at, o.resolved_at)
    end as stopped_at
  from intermediate.sla_policy as l
  join staging.record as r on r.record_no = l.record_no
  join intermediate.outcome as o on o.record_no = l.record_no
  left join intermediate.response as p on p.record_no = l.record_no
  where o.state <> 'withdrawn'
),

ends as (
  select s.*, greatest(s.opened_at, coalesce(s.stopped_at, w.as_of)) as counted_until
  from stops as s
  cross join settings.workspace as w
),

repriced as (
  select e.record_no, e.kind, max(h.happened_at) as priority_changed_at
  from ends as e
  join intermediate.priority_event as h on h.record_no = e.record_no
  where h.is_change and h.happened_at <= e.counted_until
  group by e.record_no, e.kind
)

select
  e.record_no,                -- Record, unique over sources
  e.kind,                     -- response, resolution
  p.policy,                   -- Policy that promises it
  p.calendar,                 -- Calendar the target is counted in
  p.target_seconds,           -- Target in working time of the calendar
  p.stops,                    -- Statuses that stop the clock; null: those the connector says
  e.priority,                 -- Now
  e.opened_at as started_at,  -- Clock starts at the opening
  case when p.is_from_change then coalesce(c.priority_changed_at, e.opened_at) else e.opened_at end
    as counts_from,           -- Time before doesn't count
  c.priority_changed_at,      -- Last change of priority while the clock ran; null when there is none
  p.is_from_change,           -- The target counts from the change
  e.stopped_at,               -- Clock stopped; null while it runs
  e.counted_until             -- Stop, else the data's own now
from ends as e
join settings.sla_policy as p on p.position = e.position and p.kind = e.kind
left join repriced as c on c.record_no = e.record_no and c.kind = e.kind
