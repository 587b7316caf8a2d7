-- When each record moved between open, resolved and withdrawn.
-- A status that no map knows says nothing, so the state before it goes on. Where the tool counts
-- reopenings itself, a return to open beyond its count is a log written out of order, not a
-- reopening: the shortest ones go, each with the resolution before it.
-- @grain record_no, happened_at, step
with
known as (
  select
    record_no,
    happened_at,
    step,
    state,
    coalesce(lag(state) over (partition by record_no order by happened_at, step), 'open')
      as state_before
  from intermediate.status_event
  where state is not null
),

moves as (
  select
    *,
    lag(happened_at) over w as moved_before_at,
    lead(state) over w as state_after,
    lead(happened_at) over w as moved_after_at
  from known
  where state <> state_before
  window w as (partition by record_no order by happened_at, step)
),

returns as (
  select
    m.record_no,
    m.happened_at,
    m.moved_before_at,
    row_number() over (
      partition by m.record_no order by m.happened_at - m.moved_before_at desc, m.happened_at
    ) as place,
    r.reopen_count
  from moves as m
  join staging.record as r on r.record_no = m.record_no
  where m.state = 'open' and m.state_before = 'resolved'
),

uncounted as (
  select record_no, happened_at, moved_before_at from returns where place > reopen_count
)

select
  m.record_no,                -- Record, unique over sources
  m.happened_at,              -- Instant
  m.step,                     -- Order within the same instant
  m.state_before as from_state,  -- open, resolved, withdrawn
  m.state as to_state         -- open, resolved, withdrawn
from moves as m
anti join uncounted as u
  on u.record_no = m.record_no
  and (
    (m.state = 'open' and u.happened_at = m.happened_at)
    or (m.state = 'resolved' and m.state_after = 'open' and u.happened_at = m.moved_after_at)
  )
