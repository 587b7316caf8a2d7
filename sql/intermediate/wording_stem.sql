-- The stems of each wording with their weight: the rarer a stem, the more it tells (inverse document
-- frequency). A stem that one incident alone uses binds nothing and is left out. Weights are multiples of 1/1024,
-- whose sums are the same in every order: whether two wordings are alike must not hang on the number of threads.
-- @grain wording_no, stem
with
used as (
  select field, wording_no, incident_count, unnest(stems) as stem from intermediate.wording
),

sizes as (
  select field, sum(incident_count) as incident_count from intermediate.wording group by field
),

weights as (
  select u.field, u.stem, round(ln(any_value(z.incident_count) / sum(u.incident_count)) * 1024) / 1024 as weight
  from used as u
  join sizes as z on z.field = u.field
  group by u.field, u.stem
  having sum(u.incident_count) >= 2
)

select
  u.wording_no,               -- Wording
  u.field,                    -- title, notes
  u.incident_count,           -- Incidents that say it
  u.stem,                     -- Stem
  w.weight,                   -- Natural logarithm of all incidents over those that use it
  sum(w.weight) over (partition by u.wording_no) as total_weight,  -- Of all its stems
  sum(w.weight) over (partition by u.wording_no order by w.weight desc, u.stem)
    - w.weight as weight_before  -- Of its heavier stems
from used as u
join weights as w on w.field = u.field and w.stem = u.stem
