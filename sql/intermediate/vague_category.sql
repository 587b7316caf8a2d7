-- Which categories of each source say nothing: they are called "other" in some words, or hold more
-- than their share of the source's incidents where there are at least five to choose from.
-- @grain source, category
with
counted as (
  select source, category, count(*) as incident_count
  from intermediate.counted_incident
  group by source, category
),

shares as (
  select
    source,
    category,
    incident_count / sum(incident_count) over (partition by source) as incident_share,
    count(category) over (partition by source) as category_count
  from counted
)

select
  s.source,                   -- Source, as configured
  s.category,                 -- As exported
  s.incident_share,           -- Of the source's incidents, 0–1
  regexp_matches(s.category, w.vague_category_pattern)
    or (s.category_count >= 5 and s.incident_share > w.vague_share) as is_vague  -- Says nothing
from shares as s
cross join settings.workspace as w
where s.category is not null
