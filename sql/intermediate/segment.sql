-- Each record's life cut wherever its status, its group or its priority changed: who held it in
-- which state.
with
events as (
  select
    record_no, happened_at, step, 0 as kind, status, stops_clock,
    null as assignment_group, null as priority
  from intermediate.status_event
  union all
  select record_no, happened_at, step, 1, null, null, assignment_group, null
  from intermediate.assignment_event
  union all
  select record_no, happened_at, step, 2, null, null, null, priority
  from intermediate.priority_event
),

carried as (
  select
    record_no,
    happened_at,
    last_value(status ignore nulls) over w as status,
    last_value(stops_clock ignore nulls) over w as stops_clock,
    last_value(assignment_group ignore nulls) over w as assignment_group,
    last_value(priority ignore nulls) over w as priority,
    lead(happened_at) over w as ended_at
  from events
  window w as (partition by record_no order by happened_at, step, kind)
)

select
  record_no,                  -- Record, unique over sources
  happened_at as started_at,  -- Instant
  ended_at,                   -- Instant; null while it lasts
  status,                     -- Canonical
  stops_clock,                -- Whether the status stops the SLA clock
  assignment_group,           -- Who held it
  priority                    -- Then; null where it never changed
from carried
where ended_at is null or ended_at > happened_at
