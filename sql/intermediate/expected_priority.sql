-- The priority that the matrix gives for each pair of impact and urgency, as exported. A level is
-- the text's leading number, else the level of the word that the text is.
-- @grain impact, urgency
with
pairs as (
  select distinct impact, urgency
  from staging.record
  where impact is not null and urgency is not null
),

texts as (
  select distinct 'impact' as field, impact as text from pairs
  union all
  select distinct 'urgency', urgency from pairs
),

levels as (
  select
    t.field,
    t.text,
    coalesce(
      try_cast(nullif(regexp_extract(trim(t.text), '^\d+'), '') as integer),
      min(l.level)
    ) as level
  from texts as t
  left join settings.priority_level as l
    on l.field = t.field and l.word = lower(trim(t.text))
  group by t.field, t.text
)

select
  p.impact,                   -- As exported
  p.urgency,                  -- As exported
  m.priority as expected_priority  -- P1–P5
from pairs as p
join levels as i on i.field = 'impact' and i.text = p.impact
join levels as u on u.field = 'urgency' and u.text = p.urgency
join settings.priority_matrix as m on m.impact = i.level and m.urgency = u.level
