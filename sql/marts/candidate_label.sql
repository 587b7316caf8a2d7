-- What a candidate is called: the wording that says most of what its incidents say, shortest first; numbers that
-- differ from one incident to the next are left out. What no text made is called by what it was found as. Of short wordings
-- hardly any tells what is wrong: a longer one goes first.
-- @grain candidate_no
with
-- What it was found as; of several that a person merged the first.
found as (
  select candidate_no, min(candidate) as candidate
  from intermediate.candidate_number
  group by candidate_no
),

wordings as (
  select
    candidate_no,
    arg_max(wording, (length(wording) >= 6, round(typicality, 2), incident_count, -length(wording), wording)) as wording
  from marts.candidate_wording
  group by candidate_no
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
)

select
  c.candidate_no,             -- Candidate
  case split_part(f.candidate, ' ', 1)
    when 'structure' then substr(f.candidate, length('structure ') + 1)
    when 'burst' then substr(f.candidate, length('burst ') + 1)
    when 'change' then substr(f.candidate, length('change ') + 1) || ' after changes'
    when 'problem' then coalesce(p.title, substr(f.candidate, length('problem ') + 1))
    else case
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
  end as label                -- Without personal data
from (select distinct candidate_no from marts.fct_candidate_incident) as c
left join found as f on f.candidate_no = c.candidate_no
left join wordings as w on w.candidate_no = c.candidate_no
left join steady as s on s.candidate_no = c.candidate_no
left join staging.record as p
  on p.record_type = 'problem'
  and f.candidate in ('problem ' || p.source || ' ' || p.number, 'problem ' || p.source || ' ' || p.record_id)
