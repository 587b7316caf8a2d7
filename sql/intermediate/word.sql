-- The words that tell faults apart, with the stem that stands for their endings. Plain numbers and stop
-- words tell nothing; a name of a person that few texts have is a caller, not a fault. A word with a digit in
-- it is an identifier; one that enough texts share (WH-3, IF217) tells as much as any word.
-- @grain field, word
with
used as (
  select field, incident_count, unnest(words) as word from intermediate.text_form
),

counted as (
  select field, word, sum(incident_count)::bigint as incident_count from used group by field, word
),

sizes as (
  select field, sum(incident_count) as incident_count from intermediate.text_form group by field
),

telling as (
  select c.*, regexp_matches(c.word, '\d') as is_identifier, z.incident_count as of_count
  from counted as c
  join sizes as z on z.field = c.field
  where length(c.word) > 1
    and not regexp_matches(c.word, '^[-\d]+$')
    and c.word not in (select word from intermediate.stop_word)
)

select
  t.field,                    -- title, notes
  t.word,                     -- As written, in lower case
  t.incident_count,           -- Incidents that use it
  t.is_identifier,            -- Has a digit
  -- Endings of English, German, Dutch and French, cut alike for all: only equality matters.
  case
    when t.is_identifier then trim(t.word, '-')
    when length(t.word) >= 6
      then regexp_replace(t.word, '(?:ungen|ung|ings|ing|ies|ed|es|en|er|s|e|n|t)$', '')
    when length(t.word) >= 4 then regexp_replace(t.word, '(?:s|e|n)$', '')
    else t.word
  end as stem                 -- Stands for its endings
from telling as t
left join intermediate.person_word as p on p.word = t.word
where (not t.is_identifier or t.incident_count >= greatest(4, t.of_count // 20000))
  and (p.word is null or t.incident_count > greatest(20, t.of_count // 100))
