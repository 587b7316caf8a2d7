-- How each record ended, if it did, and when: METRICS.md, ground rule 2.
-- @grain record_no
with
history as (
  select
    record_no,
    count(*) filter (where to_state = 'resolved') as resolution_count,
    count(*) filter (where from_state <> 'open' and to_state = 'open') as reopen_count,
    min(happened_at) filter (where to_state = 'resolved') as first_resolved_at,
    max(happened_at) filter (where to_state = 'resolved') as last_resolved_at,
    max(happened_at) filter (where to_state = 'withdrawn') as withdrawn_at,
    max(happened_at) filter (where from_state <> 'open' and to_state = 'open') as last_reopened_at,
    arg_max(to_state, (happened_at, step)) as last_state
  from intermediate.state_change
  group by record_no
),

logged as (
  select
    record_no,
    bool_or(origin = 'history' and state = 'resolved') as has_logged_resolution,
    max(happened_at) filter (where origin = 'history' and status = 'closed') as closed_in_log_at
  from intermediate.status_event
  group by record_no
),

states as (
  select
    r.record_no,
    r.opened_at,
    r.resolved_at,
    r.closed_at,
    r.updated_at,
    h.* exclude (record_no),
    l.has_logged_resolution,
    l.closed_in_log_at,
    case
      when r.status in ('resolved', 'closed') then 'resolved'
      when r.status in ('cancelled', 'merged', 'deleted') then 'withdrawn'
      when r.status in ('new', 'in_progress', 'on_hold') then 'open'
      when h.last_state is not null then h.last_state
      when r.resolved_at is not null or r.closed_at is not null then 'resolved'
      else 'open'
    end as state
  from staging.record as r
  left join history as h on h.record_no = r.record_no
  left join logged as l on l.record_no = r.record_no
),

finals as (
  select
    *,
    case
      when state <> 'resolved' then null
      when resolved_at is not null then 'recorded'
      when has_logged_resolution then 'history'
      when closed_at is not null then 'closed'
    end as resolved_at_source
  from states
)

select
  record_no,                  -- Record, unique over sources
  state,                      -- open, resolved, withdrawn
  resolved_at_source,         -- recorded, history, closed; null when not resolved or unknown
  case resolved_at_source
    when 'recorded' then resolved_at
    when 'history' then last_resolved_at
    when 'closed' then closed_at
  end as resolved_at,         -- Final resolution
  case
    when resolution_count > 1 or (state <> 'resolved' and resolution_count > 0)
      then first_resolved_at
    when resolved_at_source = 'recorded' then resolved_at
    when resolved_at_source = 'history' then last_resolved_at
    when resolved_at_source = 'closed' then closed_at
  end as first_resolved_at,   -- First resolution
  case
    when state = 'resolved'
      then coalesce(
        closed_at,
        case
          when closed_in_log_at >= coalesce(resolved_at, last_resolved_at) then closed_in_log_at
        end,
        case resolved_at_source
          when 'recorded' then resolved_at when 'history' then last_resolved_at
        end
      )
  end as closed_at,           -- Closing as recorded, else as logged, else final resolution
  case when state = 'withdrawn' then coalesce(withdrawn_at, closed_at, updated_at, opened_at) end
    as withdrawn_at,          -- Cancelled, merged or deleted
  coalesce(reopen_count, 0) as reopen_count,          -- By its history
  coalesce(resolution_count, 0) as resolution_count,  -- By its history
  last_reopened_at            -- By its history
from finals
