-- Stems that are a slip of the pen: one letter off a stem that is ten times as frequent, two letters in long
-- ones. Only candidates that begin or end alike are measured.
-- @grain written
with
stems as (
  select stem, length(stem) as letters, sum(incident_count) as incident_count
  from intermediate.word
  where not is_identifier and length(stem) >= 4
  group by stem
),

frequent as (
  select * from stems
  where incident_count >= (select greatest(5, sum(incident_count) // 50000) from stems)
)

select
  r.stem as written,          -- The slip
  arg_max(f.stem, (-damerau_levenshtein(f.stem, r.stem), f.incident_count, f.stem)) as stem  -- What was meant
from stems as r
join frequent as f
  on f.letters between r.letters - 1 and r.letters + 1
  and f.incident_count >= 10 * r.incident_count
  and (left(f.stem, 2) = left(r.stem, 2) or right(f.stem, 3) = right(r.stem, 3))
where damerau_levenshtein(f.stem, r.stem) <= case when r.letters >= 9 then 2 else 1 end
group by r.stem
