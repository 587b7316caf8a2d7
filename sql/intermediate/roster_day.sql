-- The local days the roster is laid over: every day that some calendar works on, with one before and
-- one after, since a shift of the night reaches over midnight and a zone may be a day ahead of UTC.
-- No rows without a roster.
-- @grain zone, day
with
reach as (
  select min(started_at)::date - 1 as first_day, max(ended_at)::date + 1 as last_day
  from intermediate.working_span
)

select
  w.zone,                     -- Zone of the workspace, in which the roster is told
  d.day::date as day          -- Local day
from reach as r
cross join settings.workspace as w
cross join unnest(generate_series(
  r.first_day::timestamp, r.last_day::timestamp, interval 1 day
)) as d(day)
where exists (select 1 from settings.shift)
order by zone, day
