-- Words that are a slip of the pen: one letter off a word that is ten times as frequent, two letters in long
-- ones. Only words that begin or end alike are measured.
-- @grain written
with
words as (
  select word, any_value(stem) as stem, length(word) as letters, sum(incident_count) as incident_count
  from intermediate.word
  where not is_identifier and length(word) >= 6
  group by word
),

frequent as (
  select * from words
  where incident_count >= (select greatest(5, sum(incident_count) // 50000) from words)
)

select
  r.word as written,          -- The slip
  arg_max(f.stem, (-damerau_levenshtein(f.word, r.word), f.incident_count, f.word)) as stem  -- Of what was meant
from words as r
join frequent as f
  on f.letters between r.letters - 1 and r.letters + 1
  and f.incident_count >= 10 * r.incident_count
  and (left(f.word, 2) = left(r.word, 2) or right(f.word, 3) = right(r.word, 3))
where damerau_levenshtein(f.word, r.word) <= case when r.letters >= 11 then 2 else 1 end
group by r.word
