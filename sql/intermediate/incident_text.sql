-- What incidents say of themselves, made comparable: the title, where that is one word or none with the beginning of
-- the description, and the notes of the resolution, in lower case, without accents and without what differs each time:
-- addresses, paths, dates, dotted numbers, quotations. Cancelled incidents say nothing.
-- @grain record_no, field
with
-- "Access" or "Outlook" alone would make one heap of everything that is wrong with it.
titles as (
  select
    c.record_no,
    nullif(trim(r.title), '') as title,
    case
      when length(trim(r.title)) >= 30 then false
      else len(list_filter(
        regexp_extract_all(lower(strip_accents(coalesce(r.title, ''))), '\p{L}[\p{L}\d]+'),
        lambda word: not list_contains(s.words, word)
      )) <= 1
    end as is_with_description,
    r.description
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  cross join (select list(word) as words from intermediate.stop_word) as s
  where c.state is distinct from 'withdrawn'
),

texts as (
  select
    record_no,
    'title' as field,
    is_with_description,
    case when is_with_description then concat_ws(' ', title, left(trim(description), 200)) else title end as text
  from titles
  union all
  select c.record_no, 'notes', false, left(trim(r.resolution_notes), 300)
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  where c.state is distinct from 'withdrawn' and length(trim(r.resolution_notes)) > 3
),

legible as (
  select record_no, field, is_with_description, lower(strip_accents(settings.legible(text))) as text
  from texts
  where text <> ''
),

masked as (
  select
    record_no,
    field,
    is_with_description,
    case when regexp_matches(text, '[@\\/"“”„«»]|\d[-./:,]\d')
      then regexp_replace(
        text,
        '\S*[@\\]\S*|\S+://\S*|www\.\S+|\S*/\S*/\S*|\d+(?:[-./:,]\d+)+|["“”„«»][^"“”„«»]*["“”„«»]',
        ' ', 'g'
      )
      else text
    end as text
  from legible
)

select
  record_no,                  -- Record, unique over sources
  field,                      -- title, notes
  hash(text) as form_no,      -- The same for equal texts; of this build only
  is_with_description,        -- The title alone says too little
  text                        -- Lower case, masked
from masked
