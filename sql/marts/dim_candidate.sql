-- Problem candidates: what keeps coming back, with all that ranks it.
-- Score = hours lost in the window × persistence × trend × spread × agreement × what no open problem covers.
-- @grain candidate_no
with
sizes as (
  select
    i.candidate_no,
    count(*) as incident_count,
    count(*) filter (where i.is_in_window) as window_count,
    count(*) filter (where i.is_recent) as recent_count,
    min(i.opened_at) as first_seen_at,
    max(i.opened_at) as last_seen_at,
    coalesce(sum(i.hours_lost) filter (where i.is_in_window), 0) as hours_lost,
    coalesce(sum(i.hours_lost) filter (where i.is_in_window and i.is_primary), 0) as hours_counted_once,
    sum(i.handling_cost) filter (where i.is_in_window) as handling_cost,
    -- A window of whole weeks that doesn't begin on a Monday touches one more.
    least(
      count(distinct date_trunc('week', i.opened_on)) filter (where i.is_in_window),
      any_value(d.window_weeks)
    ) as weeks_active,
    count(distinct epoch(w.as_of - i.opened_at)::bigint // (28 * 86400)) filter (where i.is_in_window)
      as spans_active,
    count(distinct f.requester) filter (where i.is_in_window) as requester_count,
    count(distinct f.location) filter (where i.is_in_window) as location_count,
    count(distinct x.wording_no) as wording_count,
    list_sort(list_distinct(flatten(list(i.evidence)))) as detectors
  from marts.fct_candidate_incident as i
  join marts.fct_incident as f on f.record_no = i.record_no
  join intermediate.incident_facet as x on x.record_no = i.record_no
  cross join settings.problem_detection as d
  cross join settings.workspace as w
  group by i.candidate_no
),

-- Eight weeks at the rate of all are added to both sides, so that few incidents make no trend.
rates as (
  select
    s.candidate_no,
    greatest(epoch(w.as_of - greatest(s.first_seen_at, w.as_of - to_days(7 * d.window_weeks))) / 604800, d.recent_weeks)
      as seen_weeks,
    s.window_count / seen_weeks as rate,
    s.window_count - s.recent_count as before_count,
    greatest(seen_weeks - d.recent_weeks, 0) as before_weeks,
    ((s.recent_count + 8 * rate) / (d.recent_weeks + 8))
      / nullif((before_count + 8 * rate) / (before_weeks + 8), 0) as trend
  from sizes as s
  cross join settings.workspace as w
  cross join settings.problem_detection as d
),

-- While it came, how often, and how much of that the silence since would have had.
silences as (
  select
    s.candidate_no,
    epoch(w.as_of - s.last_seen_at) / 86400 as silent_days,
    s.incident_count / greatest(epoch(s.last_seen_at - s.first_seen_at) / 86400, 28) * silent_days
      as expected_in_silence,
    s.incident_count >= d.minimum_incidents and exp(-expected_in_silence) < d.silent_probability
      as is_silent
  from sizes as s
  cross join settings.workspace as w
  cross join settings.problem_detection as d
),

tops as (
  select
    candidate_no,
    max(value) filter (where field = 'service') as service,
    max(share) filter (where field = 'service') as service_share,
    max(value) filter (where field = 'category') as category,
    max(value) filter (where field = 'subcategory') as subcategory,
    max(value) filter (where field = 'ci') as ci,
    max(share) filter (where field = 'ci') as ci_share,
    max(value) filter (where field = 'assignment_group') as assignment_group,
    max(share) filter (where field = 'assignment_group') as group_share,
    max(value) filter (where field = 'workaround') as workaround,
    max(share) filter (where field = 'workaround') as workaround_share,
    max(value) filter (where field = 'problem') as problem_id,
    max(incident_count) filter (where field = 'problem') as problem_count,
    max(value) filter (where field = 'knowledge') as knowledge_id,
    max(incident_count) filter (where field = 'knowledge') as knowledge_count
  from marts.candidate_value
  where place = 1
  group by candidate_no
),

problems as (
  select record_no, record_id as reference, source from staging.record where record_type = 'problem'
  union
  select record_no, number, source from staging.record where record_type = 'problem'
),

open_problems as (
  select p.source, p.reference
  from problems as p
  join staging.record as r on r.record_no = p.record_no
  where r.status not in ('resolved', 'closed', 'cancelled', 'merged', 'deleted')
),

covered as (
  select
    i.candidate_no,
    count(o.reference) / count(*) as covered_share
  from marts.fct_candidate_incident as i
  join marts.fct_incident as f on f.record_no = i.record_no
  left join open_problems as o on o.source = f.source and o.reference = f.problem_id
  where i.is_in_window
  group by i.candidate_no
),

known_errors as (
  select p.reference, bool_or(lower(trim(r.attributes['known_error'])) in ('true', 'yes', '1')) as is_known_error
  from problems as p
  join staging.record as r on r.record_no = p.record_no
  group by p.reference
),

changes as (
  select trim(r.ci) as ci, coalesce(r.resolved_at, r.closed_at) as changed_at, r.number
  from staging.record as r
  where r.record_type = 'change' and r.ci is not null and coalesce(r.resolved_at, r.closed_at) is not null
),

silencing as (
  select
    s.candidate_no,
    arg_min(c.number, (abs(epoch(c.changed_at) - epoch(s.last_seen_at)), c.number)) as number
  from sizes as s
  join tops as t on t.candidate_no = s.candidate_no
  join changes as c
    on c.ci = t.ci
    and c.changed_at between s.last_seen_at - to_days(7) and s.last_seen_at + to_days(14)
  group by s.candidate_no
),

-- What ever other people ask for, steadily and at no CI of its own, is a demand and no fault.
routines as (
  select
    s.candidate_no,
    list_contains(s.detectors, 'text')
      and s.window_count >= 0.3 * d.window_weeks
      and s.spans_active * 4 >= 0.7 * d.window_weeks
      and s.requester_count >= 0.85 * s.window_count
      and coalesce(t.ci_share, 0) < 0.5
      and coalesce(t.problem_count, 0) < 0.2 * s.incident_count
      and coalesce(r.trend, 1) between 0.6 and 1.6 as is_routine
  from sizes as s
  join rates as r on r.candidate_no = s.candidate_no
  left join tops as t on t.candidate_no = s.candidate_no
  cross join settings.problem_detection as d
),

parts as (
  select
    s.candidate_no,
    least(s.spans_active * 4 / d.window_weeks, 1) as persistence,
    least(greatest(coalesce(r.trend, 1), 0.5), 2) as trend,
    1 - 0.5 / sqrt(greatest(s.requester_count, 1) * greatest(s.location_count, 1)) as spread,
    a.agreement,
    case when k.candidate_no is not null then 1 else coalesce(c.covered_share, 0) end as covered_share,
    s.hours_lost * persistence * least(greatest(coalesce(r.trend, 1), 0.5), 2)
      * (1 - 0.5 / sqrt(greatest(s.requester_count, 1) * greatest(s.location_count, 1)))
      * a.agreement
      * (1 - case when k.candidate_no is not null then 1 else coalesce(c.covered_share, 0) end) as score
  from sizes as s
  join rates as r on r.candidate_no = s.candidate_no
  join intermediate.candidate_agreement as a on a.candidate_no = s.candidate_no
  left join covered as c on c.candidate_no = s.candidate_no
  left join settings.accepted_candidate as k on k.candidate_no = s.candidate_no
  cross join settings.problem_detection as d
)

select
  s.candidate_no,             -- Number, the same over builds
  l.label,                    -- Its own words, without personal data
  s.detectors,                -- text, workaround, structural, after change, problem, major
  t.service,                  -- Of most of its incidents
  t.service_share,            -- Of those with a service, 0–1
  t.category,                 -- Of most
  t.subcategory,              -- Of most
  t.ci,                       -- Of most
  t.ci_share,                 -- Of those with a CI, 0–1
  t.assignment_group,         -- Of most
  t.group_share,              -- Of those with a group, 0–1
  t.workaround,               -- Most common resolution, without personal data
  t.workaround_share,         -- Of those with notes, 0–1
  t.problem_id,               -- Problem most of its incidents are linked to
  t.problem_count / s.incident_count as problem_share,  -- Of its incidents, 0–1
  case when t.problem_id is not null then o.reference is not null end as is_problem_open,  -- Null without a problem
  e.is_known_error,           -- Its problem is marked as a known error; null without a problem record
  t.knowledge_id,             -- Article most of its incidents are linked to
  t.knowledge_count / s.incident_count as knowledge_share,  -- Of its incidents, 0–1
  s.incident_count::integer as incident_count,  -- Of all time
  s.window_count::integer as window_count,      -- Opened in the window
  s.recent_count::integer as recent_count,      -- Opened in the last weeks of it
  r.before_count::integer as before_count,      -- Opened in the window before these
  (w.as_of at time zone w.zone - to_days(7 * d.window_weeks))::date as window_started_on,  -- First local day
  d.window_weeks,             -- Length of the window
  d.recent_weeks,             -- Of which are recent
  s.first_seen_at,            -- First opening
  s.last_seen_at,             -- Last opening
  s.hours_lost,               -- In the window; so far of open ones
  s.handling_cost,            -- In the window; null without prices
  s.hours_lost / 2 * 52 / r.seen_weeks as saved_hours,    -- A year, if halved
  s.handling_cost / 2 * 52 / r.seen_weeks as saved_cost,  -- A year, if halved
  s.weeks_active::integer as weeks_active,  -- Weeks of the window with any
  p.persistence,              -- Four-week spans of the window with any, 0–1
  p.trend,                    -- Recent rate over the rate before, shrunk to 1; 0.5–2
  p.spread,                   -- From 0.5 for one requester at one site to 1
  p.agreement as purity,      -- How much its incidents agree, 0–1
  p.covered_share,            -- Of its incidents in the window, by an open problem, 0–1
  p.score,                    -- Hours × persistence × trend × spread × purity × (1 − covered)
  row_number() over (
    order by y.is_routine, round(p.score, 6) desc, round(s.hours_lost, 6) desc, s.candidate_no
  )::integer as rank,         -- 1 is first; routine demands come after all others
  y.is_routine,               -- Asked steadily by ever other people at no CI of its own: a demand, no fault
  s.hours_counted_once,       -- In the window, of incidents no other candidate counts
  sum(s.hours_counted_once) over (order by round(s.hours_counted_once, 6) desc, s.candidate_no)
    / nullif(sum(s.hours_counted_once) over (), 0) as hours_running_share,  -- With all that cost more, 0–1
  s.requester_count::integer as requester_count,  -- In the window
  s.location_count::integer as location_count,    -- In the window
  s.wording_count::integer as wording_count,      -- Different wordings
  q.silent_days,              -- Since the last
  q.expected_in_silence,      -- Incidents that its rate would have brought since
  q.is_silent,                -- Quiet for longer than its rate explains
  case when q.is_silent then s.last_seen_at end as silent_since,  -- Last opening of a silent one
  case when q.is_silent then z.number end as silent_after_change  -- Change on its CI about that time
from sizes as s
join rates as r on r.candidate_no = s.candidate_no
join silences as q on q.candidate_no = s.candidate_no
join parts as p on p.candidate_no = s.candidate_no
join routines as y on y.candidate_no = s.candidate_no
left join tops as t on t.candidate_no = s.candidate_no
left join marts.candidate_label as l on l.candidate_no = s.candidate_no
left join known_errors as e on e.reference = t.problem_id
left join (select distinct reference from open_problems) as o on o.reference = t.problem_id
left join silencing as z on z.candidate_no = s.candidate_no
cross join settings.workspace as w
cross join settings.problem_detection as d
