-- What a candidate is called: of the wordings that say most of what its incidents say the most frequent, rather one
-- in which nothing is masked; numbers that differ from one incident to the next are left out. What no text made is
-- called by what it was found as: a place, changes, a resolution, or a problem record with its number.
-- @grain candidate_no
with
-- What it was found as; of several that a person merged the first.
found as (
  select candidate_no, min(candidate) as candidate
  from intermediate.candidate_number
  group by candidate_no
),

-- A masked name or number says less to a reader.
rated as (
  select
    candidate_no, wording, incident_count, typicality,
    contains(wording, '‹') as is_masked,
    centrality * case when is_masked then 0.85 else 1 end as centrality
  from marts.candidate_wording
),

-- Those within a tenth of the best differ by chance: what most people say is what most people recognise.
wordings as (
  select
    candidate_no,
    arg_max(
      wording,
      (not is_masked, incident_count, round(centrality, 2), round(typicality, 2), -length(wording), wording)
    ) as wording
  from (
    from rated
    qualify centrality >= 0.9 * max(centrality) over (partition by candidate_no)
  )
  group by candidate_no
),

resolutions as (
  select candidate_no, regexp_replace(value, '\d+', '…', 'g') as resolution
  from marts.candidate_value
  where field = 'workaround' and place = 1
),

-- Numbers that half of the incidents with numbers have belong to the fault: door 4, 60 minutes.
numbers as (
  select
    i.candidate_no,
    i.record_no,
    unnest(list_distinct(regexp_extract_all(f.title, '\d+'))) as number
  from marts.fct_candidate_incident as i
  join marts.fct_incident as f on f.record_no = i.record_no
  where regexp_matches(f.title, '\d')
),

steady as (
  select n.candidate_no, list(n.number order by n.number) as numbers
  from (
    select candidate_no, number, count(*) as incident_count from numbers group by candidate_no, number
  ) as n
  join (
    select candidate_no, count(distinct record_no) as incident_count from numbers group by candidate_no
  ) as z on z.candidate_no = n.candidate_no
  where n.incident_count >= 0.5 * z.incident_count
  group by n.candidate_no
),

named as (
  select
    c.candidate_no,
    case split_part(f.candidate, ' ', 1)
      when 'structure' then substr(f.candidate, length('structure ') + 1)
      when 'burst' then substr(f.candidate, length('burst ') + 1)
      when 'change' then substr(f.candidate, length('change ') + 1) || ' after changes'
      when 'problem' then coalesce(p.title || ' · ' || p.number, 'Incidents of ' || o.value)
      else case
        when split_part(f.candidate, ' ', 1) = 'resolution' and r.resolution is not null
          then 'Resolved by: ' || r.resolution
        when w.wording is null then 'Without words'
        else array_to_string(
          list_transform(
            string_split(w.wording, ' '),
            lambda word: case
              when regexp_matches(word, '^\d') and not coalesce(
                list_contains(s.numbers, regexp_extract(word, '^\d+')), false
              ) then regexp_replace(word, '^\d+', '…')
              else word
            end
          ),
          ' '
        )
      end
    end as label
  from (select distinct candidate_no from marts.fct_candidate_incident) as c
  left join found as f on f.candidate_no = c.candidate_no
  left join wordings as w on w.candidate_no = c.candidate_no
  left join resolutions as r on r.candidate_no = c.candidate_no
  left join marts.candidate_value as o on o.candidate_no = c.candidate_no and o.field = 'problem' and o.place = 1
  left join steady as s on s.candidate_no = c.candidate_no
  left join staging.record as p
    on p.record_type = 'problem'
    and f.candidate in ('problem ' || p.source || ' ' || p.number, 'problem ' || p.source || ' ' || p.record_id)
)

select
  candidate_no,               -- Candidate
  case
    when length(label) <= 90 then label
    else coalesce(nullif(regexp_extract(label, '^(.{1,88})\s', 1), ''), left(label, 88)) || ' …'
  end as label                -- Without personal data, 90 characters at most
from named
