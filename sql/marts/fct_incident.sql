-- One row an incident that counts. Requests, problems, changes, merged, duplicate and deleted
-- records and children of a major incident are left out; cancelled incidents are in and flagged.
-- @grain record_key
with
sla as (
  select
    record_no,
    any_value(verdict = 'met') filter (where kind = 'resolution') as is_sla_resolution_met,
    any_value(verdict = 'met') filter (where kind = 'response') as is_sla_response_met,
    any_value(due_at) filter (where kind = 'resolution') as resolution_due_at,
    any_value(due_at) filter (where kind = 'response') as response_due_at
  from intermediate.sla_result
  group by record_no
),

desks as (
  select distinct source from intermediate.counted_incident where tier = 'L1'
),

-- The shift of each minute of the day.
shifts as (
  select m.local_minute, any_value(h.shift) as shift
  from unnest(range(1440)) as m(local_minute)
  join settings.shift as h
    on (m.local_minute >= h.starts_minute and m.local_minute < h.ends_minute)
    or (m.local_minute + 1440 >= h.starts_minute and m.local_minute + 1440 < h.ends_minute)
  group by m.local_minute
),

signatures as (
  select
    record_no,
    lag(opened_at) over (
      partition by source, service, category, subcategory, ci order by opened_at, record_no
    ) as same_before_at
  from intermediate.counted_incident
  where category is not null and ci is not null and state <> 'withdrawn'
)

select
  c.record_no,                -- Number of the record in this build
  r.source || ':' || r.record_id as record_key,  -- Record, unique over sources and builds
  c.source,                   -- Source, as configured
  r.record_id,                -- The tool's own id
  r.number,                   -- Number people quote
  r.title,                    -- Short description
  c.service,                  -- As exported
  c.priority,                 -- P1–P5; null when empty or unknown
  c.category,                 -- As exported
  c.subcategory,              -- As exported
  c.assignment_group,         -- Now
  c.tier,                     -- Tier of the group
  c.channel,                  -- How it was reported
  c.location,                 -- As exported
  c.ci,                       -- Configuration item
  c.resolution_code,          -- As exported
  c.resolved_at_source,       -- recorded, history, closed
  c.requester,                -- Who it is for
  r.assignee,                 -- Now
  r.status,                   -- Canonical
  c.is_major,                 -- Declared major
  y.opened_isodow || ' ' || ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][y.opened_isodow]
    as opened_weekday,        -- 1 Mon – 7 Sun, local
  lpad(y.opened_local_hour::varchar, 2, '0') as opened_hour,  -- 00–23, local
  h.shift as opened_shift,    -- Shift of the roster
  case
    when t.resolve_hours < 0.25 then '0'
    when t.resolve_hours < 0.5 then '0.25'
    when t.resolve_hours < 1 then '0.5'
    when t.resolve_hours >= 1024 then '1024'
    else (2 ** floor(log2(t.resolve_hours)))::integer::varchar
  end as resolve_band,        -- Lower edge of the time to resolve, hours, doubling
  c.state = 'open' as is_open,            -- Neither resolved nor cancelled
  coalesce(c.state = 'resolved' and c.resolved_at is not null, false) as is_resolved,  -- Finally
  c.state = 'withdrawn' as is_cancelled,  -- Cancelled
  c.opened_at,                -- Opened
  y.opened_on,                -- Local day
  t.occurred_at,              -- Failure began
  t.detected_at,              -- Failure noticed
  y.detected_on,              -- Local day
  t.responded_at,             -- First response
  y.responded_on,             -- Local day
  c.first_resolved_at,        -- First resolution
  y.first_resolved_on,        -- Local day
  c.resolved_at,              -- Final resolution
  y.resolved_on,              -- Local day
  c.closed_at,                -- Closing, else final resolution
  y.closed_on,                -- Local day
  c.closed_at + to_days(w.recurrence_days) as recurrence_at,  -- Watch for returns ends
  y.closed_on + w.recurrence_days as recurrence_on,           -- Local day
  coalesce(c.closed_at + to_days(w.recurrence_days) <= w.as_of, false) as is_watch_over,  -- By now
  c.withdrawn_at as cancelled_at,         -- Cancelled
  y.withdrawn_on as cancelled_on,         -- Local day
  r.updated_at,               -- Last update
  t.resolve_hours,            -- Detection, else opening → final resolution
  t.first_resolve_hours,      -- Detection, else opening → first resolution
  t.respond_hours,            -- Opening → first response
  t.detect_hours,             -- Occurrence → detection
  t.age_hours,                -- Opening → now, of open ones
  t.has_impossible_times,     -- An end before its beginning
  greatest(coalesce(r.reopen_count, 0), coalesce(e.reopen_count, 0)) as reopen_count,  -- Log or counter
  greatest(coalesce(r.reopen_count, 0), coalesce(e.reopen_count, 0)) > 0 as is_reopened,  -- At least once
  coalesce(r.reassignment_count, v.reassignment_count, 0) as reassignment_count,  -- Counter, else log
  coalesce(r.reassignment_count, v.reassignment_count, 0) > 0 as is_reassigned,   -- At least once
  coalesce(v.is_ping_pong, false) as is_ping_pong,  -- Went A → B → A
  case when c.state = 'resolved' and c.resolved_at is not null then
    coalesce(r.reassignment_count, v.reassignment_count, 0) = 0
      and coalesce(d.used_seconds <= w.contact_hours * 3600, false)
      and coalesce(e.soonest_hours > w.reopen_days * 24, true)
  end as is_first_contact,    -- Resolved at first contact
  case when k.source is not null and c.state = 'resolved' and c.resolved_at is not null then
    coalesce(v.last_tier, c.tier) = 'L1'
      and coalesce(v.highest_tier, c.tier) = 'L1'
      and coalesce(e.soonest_hours > w.reopen_days * 24, true)
  end as is_first_level,      -- Resolved by tier 1; null where the source has no tier 1
  case
    when coalesce(e.soonest_hours <= w.recurrence_days * 24, false) then 'reopened'
    else b.evidence
  end as came_back_evidence,  -- reopened, linked, same service and category, same text
  n.source || ':' || n.record_id as came_back_record_key,  -- Incident it came back as
  coalesce(e.soonest_hours <= w.recurrence_days * 24, false) or b.record_no is not null
    as has_come_back,         -- Within 30 days (setting) of closing
  case when g.record_no is not null then
    coalesce(c.opened_at - g.same_before_at <= to_days(w.recurrence_days), false)
  end as is_repeat,           -- Same signature within 30 days before; null without category or CI
  nullif(trim(r.problem_id), '') as problem_id,               -- Linked problem
  nullif(trim(r.problem_id), '') is not null as has_problem,  -- Linked to a problem
  m.is_met as is_sla_recorded_met,  -- The tool's verdict
  s.is_sla_resolution_met,    -- Ours; null while running or without target
  s.is_sla_response_met,      -- Ours; null while running or without target
  s.resolution_due_at,        -- Target reached
  s.response_due_at           -- Target reached
from intermediate.counted_incident as c
join staging.record as r on r.record_no = c.record_no
join intermediate.incident_times as t on t.record_no = c.record_no
join intermediate.incident_days as y on y.record_no = c.record_no
cross join settings.workspace as w
left join intermediate.handling as v on v.record_no = c.record_no
left join intermediate.reopening as e on e.record_no = c.record_no
left join intermediate.comeback as b on b.record_no = c.record_no
left join staging.record as n on n.record_no = b.came_back_record_no
left join intermediate.contact_time as d on d.record_no = c.record_no
left join intermediate.sla_recorded as m on m.record_no = c.record_no
left join sla as s on s.record_no = c.record_no
left join desks as k on k.source = c.source
left join signatures as g on g.record_no = c.record_no
left join shifts as h on h.local_minute = y.opened_local_minute
