-- What status each record took, when: its history, completed at both ends.
-- Front: logs don't tell the first status, so it is the first change's "from", else the status
-- now. A record that was over before its history begins was open in an unknown status before.
-- Back: a recorded resolution or end that the history doesn't show is added at its own time.
-- Changes of the same instant stand in the order statuses are usually taken.
-- @grain record_no, happened_at, step
with
statuses as (
  select
    record_no,
    greatest(c.changed_at, r.opened_at) as happened_at,
    row_number() over (
      partition by c.record_no
      order by
        c.changed_at,
        c.step,
        list_position(['new', 'in_progress', 'on_hold', 'resolved', 'closed'], c.to_value),
        c.to_value,
        c.from_value
    ) as step,
    c.from_value,
    c.to_value as status,
    c.to_stops_clock as stops_clock
  from intermediate.change as c
  join staging.record as r using (record_no)
  where c.field = 'status' and c.to_value is not null
),

known as (
  select
    record_no,
    arg_min_null(from_value, (happened_at, step)) as first_status,
    arg_max(status, (happened_at, step)) filter (where status <> 'unknown') as last_status,
    bool_or(status in ('resolved', 'closed')) as was_resolved
  from statuses
  group by record_no
),

ends as (
  select
    r.record_no,
    r.opened_at,
    r.status,
    r.stops_clock,
    r.resolved_at,
    coalesce(r.closed_at, r.resolved_at, r.updated_at, r.opened_at) as over_at,
    r.status in ('resolved', 'closed', 'cancelled', 'merged', 'deleted') as is_over,
    k.record_no is not null as has_history,
    k.first_status,
    k.last_status,
    coalesce(k.was_resolved, false) as was_resolved
  from staging.record as r
  left join known as k on k.record_no = r.record_no
  where r.opened_at is not null
),

events as (
  select
    record_no,
    opened_at as happened_at,
    -1 as step,
    case
      when has_history then coalesce(first_status, 'unknown')
      when is_over then 'unknown'
      else coalesce(status, 'unknown')
    end as status,
    case when not has_history and not is_over then stops_clock end as stops_clock,
    'opening' as origin
  from ends
  union all
  select record_no, happened_at, step, status, stops_clock, 'history'
  from statuses
  union all
  select record_no, greatest(resolved_at, opened_at), 1000000, 'resolved', null, 'record'
  from ends
  where status in ('resolved', 'closed') and not was_resolved and resolved_at is not null
  union all
  select record_no, greatest(over_at, opened_at), 1000001, status, null, 'record'
  from ends
  where is_over
    and last_status is distinct from status
    and not (status = 'resolved' and not was_resolved and resolved_at is not null)
)

select
  record_no,                  -- Record, unique over sources
  happened_at,                -- Instant, never before the opening
  step,                       -- Order within the same instant
  status,                     -- Canonical
  coalesce(stops_clock, status = 'on_hold') as stops_clock,  -- Whether it stops the SLA clock
  case
    when status in ('new', 'in_progress', 'on_hold') then 'open'
    when status in ('resolved', 'closed') then 'resolved'
    when status in ('cancelled', 'merged', 'deleted') then 'withdrawn'
  end as state,               -- open, resolved, withdrawn; null while unknown
  origin                      -- opening, history, record
from events
