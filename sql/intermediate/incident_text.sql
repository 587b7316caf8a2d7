-- What incidents say of themselves, made comparable: the title (else the beginning of the description) and
-- the notes of the resolution, in lower case, without accents and without what differs each time:
-- addresses, paths, dates, dotted numbers, quotations. Cancelled incidents say nothing.
-- @grain record_no, field
with
texts as (
  select
    c.record_no,
    'title' as field,
    coalesce(nullif(trim(r.title), ''), left(trim(r.description), 200)) as text
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  where c.state is distinct from 'withdrawn'
  union all
  select c.record_no, 'notes', left(trim(r.resolution_notes), 300)
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  where c.state is distinct from 'withdrawn' and length(trim(r.resolution_notes)) > 3
),

-- UTF-8 that was read as a legacy encoding shows as pairs that begin with Ã.
legible as (
  select
    record_no,
    field,
    lower(strip_accents(
      case when contains(text, 'Ã') then
        replace(replace(replace(replace(replace(replace(replace(text,
          'Ã¼', 'u'), 'Ã¶', 'o'), 'Ã¤', 'a'), 'Ã©', 'e'), 'Ã¨', 'e'), 'ÃŸ', 'ss'), 'Ã§', 'c')
      else text end
    )) as text
  from texts
  where text <> ''
),

masked as (
  select
    record_no,
    field,
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
  text                        -- Lower case, masked
from masked
