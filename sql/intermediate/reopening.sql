-- Reopenings of each incident: the first after its first resolution, and how soon.
-- @grain record_no
with
paired as (
  select
    record_no,
    to_state,
    from_state,
    happened_at,
    lag(happened_at) over (partition by record_no order by happened_at, step) as left_open_at
  from intermediate.state_change
)

select
  record_no,                  -- Record, unique over sources
  count(*) as reopen_count,   -- Times it went back to open
  min(epoch_us(happened_at) - epoch_us(left_open_at)) / 3.6e9 as soonest_hours  -- Shortest time resolved
from paired
where to_state = 'open' and from_state = 'resolved'
group by record_no
