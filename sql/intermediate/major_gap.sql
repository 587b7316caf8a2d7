-- Days from the opening of each declared major to the opening of the one before it, in any source.
-- The first has none; cancelled ones count for nothing.
-- @grain record_no
with
majors as (
  select
    record_no,
    opened_at,
    lag(opened_at) over (order by opened_at, record_no) as opened_before_at
  from intermediate.counted_incident
  where is_major and state is distinct from 'withdrawn'
)

select
  record_no,                  -- Record, unique over sources
  (epoch(opened_at) - epoch(opened_before_at)) / 86400.0 as gap_days  -- Since the major before
from majors
