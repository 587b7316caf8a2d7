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
    any_value(due_at) filter (where kind = 'response') as response_due_at,
    any_value(policy) filter (where kind = 'resolution') as policy
  from intermediate.sla_result
  group by record_no
),

-- Told once a channel: a pattern that is data costs a look at every text.
channels as (
  select c.channel, regexp_matches(c.channel, w.monitoring_pattern) as is_monitoring
  from (select distinct channel from intermediate.counted_incident where channel is not null) as c
  cross join settings.workspace as w
),

-- The shift of each minute of the day.
shifts as (
  select m.local_minute, min(h.shift) as shift
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
  c.attribute_1,              -- Dimension of the configuration
  c.attribute_2,              -- Dimension of the configuration
  c.attribute_3,              -- Dimension of the configuration
  c.attribute_4,              -- Dimension of the configuration
  c.attribute_5,              -- Dimension of the configuration
  c.attribute_6,              -- Dimension of the configuration
  c.attribute_7,              -- Dimension of the configuration
  c.attribute_8,              -- Dimension of the configuration
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
  t.observed_hours,           -- Detection, else opening → final resolution, cancelling, else now
  coalesce(c.state = 'resolved' and t.resolve_hours is not null, false)
    as is_observed_end,       -- Observed until its resolution; the others take longer than observed
  u.business_hours,           -- Detection, else opening → final resolution, in the policy's calendar
  j.hold_hours,               -- Part of the time to resolve in statuses that stop the clock
  j.active_hours,             -- The rest of it; null without a status history
  t.has_impossible_times,     -- An end before its beginning
  greatest(coalesce(r.reopen_count, 0), coalesce(e.reopen_count, 0)) as reopen_count,  -- Log or counter
  greatest(coalesce(r.reopen_count, 0), coalesce(e.reopen_count, 0)) > 0 as is_reopened,  -- At least once
  coalesce(r.reassignment_count, v.reassignment_count, 0) as reassignment_count,  -- Counter, else log
  coalesce(r.reassignment_count, v.reassignment_count, 0) > 0 as is_reassigned,   -- At least once
  coalesce(v.is_ping_pong, false) as is_ping_pong,  -- Went A → B → A
  case when k.has_group_history and k.has_tiers then coalesce(v.is_tier_raised, false) end
    as is_escalated_functionally,    -- To a higher tier; null where the source tells no moves or tiers
  case
    when k.has_priority_history or k.has_major_history
      then coalesce(q.is_priority_raised or q.is_declared_later, false)
  end as is_escalated_hierarchically,  -- Priority raised or declared major after opening
  case when k.has_category_history then coalesce(q.is_recategorised, false) end
    as is_recategorised,      -- Category changed; null where the source tells no such changes
  case when k.has_priority_history then coalesce(q.is_reprioritised, false) end
    as is_reprioritised,      -- Priority changed; null where the source tells no such changes
  c.category is null or coalesce(f.is_vague, false)
    as is_vague_category,     -- Empty, "other", or holding more than its share
  x.expected_priority,        -- By the matrix; null without impact and urgency
  c.priority <> x.expected_priority as is_priority_mismatch,  -- Null unless both are known
  ch.is_monitoring as is_from_monitoring,  -- Reported by an event source; null without channel
  case when c.state = 'resolved' and c.resolved_at is not null then
    coalesce(r.reassignment_count, v.reassignment_count, 0) = 0
      and coalesce(u.contact_hours <= w.contact_hours, false)
      and coalesce(e.soonest_hours > w.reopen_days * 24, true)
  end as is_first_contact,    -- Resolved at first contact
  case when k.has_first_level and c.state = 'resolved' and c.resolved_at is not null then
    coalesce(v.last_tier, c.tier) = 'L1'
      and coalesce(v.highest_tier, c.tier) = 'L1'
      and coalesce(e.soonest_hours > w.reopen_days * 24, true)
  end as is_first_level,      -- Resolved by tier 1; null where the source has no tier 1
  case
    when coalesce(e.soonest_hours <= w.recurrence_days * 24, false) then 'reopened'
    else b.evidence
  end as came_back_evidence,  -- reopened, linked, same service and category, same text
  case when c.state = 'resolved' and c.resolved_at is not null then
    coalesce(e.soonest_hours <= w.premature_hours, false)
      or coalesce(
        epoch(b.came_back_at) - epoch(c.resolved_at) <= w.premature_hours * 3600, false
      )
  end as is_premature,        -- Reopened or logged again within 48 hours (setting)
  n.source || ':' || n.record_id as came_back_record_key,  -- Incident it came back as
  coalesce(e.soonest_hours <= w.recurrence_days * 24, false) or b.record_no is not null
    as has_come_back,         -- Within 30 days (setting) of closing
  case when g.record_no is not null then
    coalesce(c.opened_at - g.same_before_at <= to_days(w.recurrence_days), false)
  end as is_repeat,           -- Same signature within 30 days before; null without category or CI
  nullif(trim(r.problem_id), '') as problem_id,               -- Linked problem
  nullif(trim(r.problem_id), '') is not null as has_problem,  -- Linked to a problem
  case when k.has_knowledge then l.record_no is not null end
    as has_knowledge,         -- Linked article or known error; null where the source has no links
  case when k.has_automation then coalesce(r.is_automated, false) end
    as is_automated,          -- No human actor; null where the source has no such flag
  z.gap_days as major_gap_days,      -- Opening of the major before → opening; null for the first
  p.cost as handling_cost,    -- Of the highest tier that held it; null where no price is stated
  t.resolve_hours * coalesce(o.affected_users, 1)
    as hours_lost,            -- Time to resolve, once for each affected user
  a.satisfaction,             -- 1 worst – 5 best
  k.has_satisfaction as is_satisfaction_asked,  -- Its source has answers
  m.is_met as is_sla_recorded_met,  -- The tool's verdict
  s.is_sla_resolution_met,    -- Ours; null while running or without target
  s.is_sla_response_met,      -- Ours; null while running or without target
  s.resolution_due_at,        -- Target reached
  s.response_due_at,          -- Target reached
  s.policy as sla_policy,     -- Policy of the resolution target
  i.is_disagreement as is_sla_disagreement,  -- Verdicts differ; null unless both are there
  i.reason as sla_disagreement_reason  -- Why they differ
from intermediate.counted_incident as c
join staging.record as r on r.record_no = c.record_no
join intermediate.incident_times as t on t.record_no = c.record_no
join intermediate.incident_days as y on y.record_no = c.record_no
cross join settings.workspace as w
left join intermediate.handling as v on v.record_no = c.record_no
left join intermediate.reopening as e on e.record_no = c.record_no
left join intermediate.comeback as b on b.record_no = c.record_no
left join staging.record as n on n.record_no = b.came_back_record_no
left join intermediate.business_time as u on u.record_no = c.record_no
left join intermediate.hold_time as j on j.record_no = c.record_no
left join intermediate.correction as q on q.record_no = c.record_no
left join intermediate.knowledge_link as l on l.record_no = c.record_no
left join intermediate.satisfaction as a on a.record_no = c.record_no
left join intermediate.record_attribute as o on o.record_no = c.record_no
left join intermediate.major_gap as z on z.record_no = c.record_no
left join intermediate.sla_comparison as i on i.record_no = c.record_no
left join intermediate.sla_recorded as m on m.record_no = c.record_no
left join sla as s on s.record_no = c.record_no
left join intermediate.source_told as k on k.source = c.source
left join intermediate.vague_category as f on f.source = c.source and f.category = c.category
left join intermediate.expected_priority as x on x.impact = r.impact and x.urgency = r.urgency
left join settings.tier_cost as p on p.tier = coalesce(v.highest_tier, c.tier)
left join channels as ch on ch.channel = c.channel
left join signatures as g on g.record_no = c.record_no
left join shifts as h on h.local_minute = y.opened_local_minute
