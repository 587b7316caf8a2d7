-- What goes into a stage comes out of it: counted on, or left out for a stated reason.
-- @severity stop
with
sums as (
  select
    source,
    step,
    any_value(stage) as stage,
    coalesce(sum(item_count) filter (where role = 'in'), 0) as in_count,
    coalesce(sum(item_count) filter (where role = 'out'), 0) as out_count,
    coalesce(sum(item_count) filter (where role = 'on'), 0) as on_count
  from marts.fct_stage
  group by source, step
),

chained as (
  select s.*, coalesce(n.in_count, 0) as next_in_count, m.last_step
  from sums as s
  cross join (select max(step) as last_step from sums) as m
  left join sums as n on n.source = s.source and n.step = s.step + 1
)

select source, stage, in_count, out_count, on_count, next_in_count
from chained
where in_count <> out_count + on_count
  or (on_count <> next_in_count and step < last_step)
