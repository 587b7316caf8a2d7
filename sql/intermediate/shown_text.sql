-- Texts that stand for a candidate, fit to be shown: names of people, addresses, telephone and account numbers
-- are replaced by what they are.
-- @grain record_no, field
with
-- The most frequent text of each wording that is typical or frequent enough to be shown, and a few at the boundary.
wordings as (
  select candidate_no, wording_no
  from intermediate.candidate_wording_score
  qualify row_number() over (
    partition by candidate_no order by incident_count desc, typicality desc, wording_no
  ) <= 12
  or row_number() over (partition by candidate_no order by typicality desc, wording_no) <= 4
  or row_number() over (partition by candidate_no order by typicality, wording_no) <= 4
),

examples as (
  select
    w.candidate_no, w.wording_no,
    arg_min(i.record_no, (i.is_boundary, -x.form_count, i.record_no)) as record_no
  from wordings as w
  join intermediate.candidate_incident as i on i.candidate_no = w.candidate_no
  join intermediate.incident_facet as f on f.record_no = i.record_no and f.wording_no = w.wording_no
  join (
    select record_no, count(*) over (partition by form_no) as form_count
    from intermediate.incident_text
    where field = 'title'
  ) as x on x.record_no = i.record_no
  group by w.candidate_no, w.wording_no
),

notes as (
  select i.candidate_no, f.note_group_no, min(i.record_no) as record_no
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  where f.note_group_no is not null
  group by i.candidate_no, f.note_group_no
  qualify row_number() over (partition by i.candidate_no order by count(*) desc, f.note_group_no) <= 8
),

chosen as (
  select distinct
    r.record_no,
    'title' as field,
    case
      when not x.is_with_description then trim(r.title)
      when trim(r.title) <> '' and not starts_with(lower(trim(r.description)), lower(trim(r.title)))
        then concat_ws(': ', trim(r.title), left(trim(r.description), 200))
      else left(trim(coalesce(r.description, r.title)), 200)
    end as text
  from examples as e
  join staging.record as r on r.record_no = e.record_no
  join intermediate.incident_text as x on x.record_no = r.record_no and x.field = 'title'
  union
  select distinct r.record_no, 'notes', left(trim(r.resolution_notes), 200)
  from notes as n
  join staging.record as r on r.record_no = n.record_no
),

masked as (
  select
    record_no,
    field,
    regexp_replace(
      regexp_replace(
        regexp_replace(
          regexp_replace(regexp_replace(settings.legible(text), '\s+', ' ', 'g'), '\S+@\S+\.\S+', '‹e-mail›', 'g'),
          '\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b', '‹account›', 'g'
        ),
        '(?:https?://|www\.)\S+', '‹link›', 'g'
      ),
      '(?:\+|\b00)\d[\d ()/.-]{6,}\d|\b(?:[Tt]el|[Ee]xt|[Pp]hone|[Tt]elefon)\.? ?(?:ext\.? ?)?\d[\d ()/.-]{2,}\d|\b0(?:[ ()/.-]{0,2}\d){8,}\b|\b\d{7,}\b',
      '‹number›', 'g'
    ) as text
  from chosen
),

spoken as (
  select record_no, field, unnest(string_split(text, ' ')) as spoken, generate_subscripts(string_split(text, ' '), 1) as place
  from masked
),

-- A word that is also a name stays where texts use it as a word.
named as (
  select
    s.record_no, s.field, s.place, s.spoken,
    p.word is not null and w.word is null
      and regexp_matches(s.spoken, '^[("“„]*\p{Lu}') as is_name
  from spoken as s
  left join intermediate.person_word as p
    on p.word = regexp_extract(lower(strip_accents(s.spoken)), '\p{L}{3,}')
  left join intermediate.word as w on w.field = 'title' and w.word = p.word
)

select
  record_no,                  -- Incident
  field,                      -- title, notes
  regexp_replace(
    string_agg(
      case when is_name then '‹name›' || regexp_extract(spoken, '[.,;:!?)]*$') else spoken end, ' ' order by place
    ),
    -- Jan van der Visser is one name.
    '‹name›(?:(?: (?:da|de|den|der|di|du|la|le|ter|van|von|zu))* ‹name›)+', '‹name›', 'g'
  ) as text                   -- Without personal data
from named
group by record_no, field
