-- The tool's verdict on each resolution beside ours, and why they differ: the first of the
-- possible reasons under which our clock would say what the tool says. Where never stopping and
-- another calendar would both do, the tool's due time decides.
-- @grain record_no
with
dues as (
  select record_no, max(due_at) as due_at
  from staging.sla_cycle
  where kind = 'resolution'
  group by record_no
),

compared as (
  select
    c.record_no,
    case when m.is_met then 'met' when not m.is_met then 'breached' end as recorded,
    s.verdict as computed,
    m.origin,
    coalesce(d.due_at, r.sla_due_at) as recorded_due_at,
    c.resolved_at_source,
    c.first_resolved_at,
    s.verdict_other,
    s.counts_from,
    s.due_at,
    s.target_seconds,
    s.paused_seconds,
    s.calendar
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  left join intermediate.sla_recorded as m on m.record_no = c.record_no
  left join intermediate.sla_result as s on s.record_no = c.record_no and s.kind = 'resolution'
  left join dues as d on d.record_no = c.record_no
  where c.state = 'resolved' and c.resolved_at is not null
),

differing as (
  from compared where recorded <> computed
),

-- The tape of those that differ, counted in every calendar there is.
tapes as (
  select
    d.record_no,
    k.calendar,
    s.stops_clock,
    s.started_at,
    s.ended_at
  from differing as d
  join intermediate.clock_span as s on s.record_no = d.record_no and s.kind = 'resolution'
  cross join settings.calendar as k
  where not s.is_before
),

counted as (
  select
    t.record_no,
    t.calendar,
    sum(working.reading(b, t.ended_at) - working.reading(a, t.started_at)) as running_seconds,
    sum(
      case
        when t.stops_clock then 0
        else working.reading(b, t.ended_at) - working.reading(a, t.started_at)
      end
    ) as used_seconds
  from tapes as t
  asof join intermediate.working_span as a
    on a.calendar = t.calendar and a.started_at <= t.started_at
  asof join intermediate.working_span as b
    on b.calendar = t.calendar and b.started_at <= t.ended_at
  group by t.record_no, t.calendar
),

-- When the target would have been used up by a clock that never stops.
unpaused as (
  select d.record_no, working.moment_of(b, d.due_reading) as due_at
  from (
    select d.record_no, d.calendar, working.reading(a, d.counts_from) + d.target_seconds as due_reading
    from differing as d
    asof join intermediate.working_span as a
      on a.calendar = d.calendar and a.started_at <= d.counts_from
  ) as d
  asof join intermediate.working_span as b
    on b.calendar = d.calendar and b.working_seconds_before < d.due_reading
),

until_first as (
  select d.record_no, sum(s.counted_seconds) as used_seconds
  from differing as d
  join intermediate.clock_span as s
    on s.record_no = d.record_no
    and s.kind = 'resolution'
    and s.ended_at <= d.first_resolved_at
  where d.first_resolved_at is not null
  group by d.record_no
),

agreements as (
  select
    d.record_no,
    bool_or(
      t.calendar = d.calendar
        and (t.running_seconds > d.target_seconds) = (d.recorded = 'breached')
    ) as without_pause,
    bool_or(
      t.calendar <> d.calendar
        and (
          (t.used_seconds > d.target_seconds) = (d.recorded = 'breached')
          or (t.running_seconds - d.paused_seconds > d.target_seconds) = (d.recorded = 'breached')
        )
    ) as in_other_calendar,
    any_value(abs(epoch(d.recorded_due_at) - epoch(u.due_at)) > 60) as has_other_due,
    any_value((f.used_seconds > d.target_seconds) = (d.recorded = 'breached')) as without_reopening
  from differing as d
  join counted as t on t.record_no = d.record_no
  left join unpaused as u on u.record_no = d.record_no
  left join until_first as f on f.record_no = d.record_no
  group by d.record_no
)

select
  c.record_no,                -- Record, unique over sources
  c.recorded,                 -- met, breached: the tool's verdict
  c.computed,                 -- met, breached: ours
  c.recorded <> c.computed as is_disagreement,  -- Null unless both have a verdict
  case
    when c.recorded is null or c.computed is null or c.recorded = c.computed then null
    when c.resolved_at_source <> 'recorded' then 'missing time'
    when c.verdict_other = c.recorded then 'priority'
    when h.without_reopening then 'reopening'
    when h.without_pause and not coalesce(h.has_other_due, false) then 'pause'
    when h.in_other_calendar then 'calendar'
    when h.without_pause then 'pause'
    when abs(epoch(c.recorded_due_at) - epoch(c.due_at)) > 60 then 'target'
    when c.origin = 'flag' then 'legacy flag'
    else 'unexplained'
  end as reason,              -- missing time, priority, reopening, pause, calendar, target, legacy flag, unexplained
  c.origin,                   -- sla record, flag: where the tool's verdict was read
  c.recorded_due_at,          -- The tool's due time
  c.due_at                    -- Ours
from compared as c
left join agreements as h on h.record_no = c.record_no
