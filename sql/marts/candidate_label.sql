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

-- Digits that are the same in half of the incidents with digits belong to the fault: door 4, 60 minutes.
digits as (
  select
    i.candidate_no,
    list_sort(regexp_extract_all(f.title, '\d+')) as digits,
    count(*) as incident_count
  from marts.fct_candidate_incident as i
  join marts.fct_incident as f on f.record_no = i.record_no
  where regexp_matches(f.title, '\d')
  group by i.candidate_no, list_sort(regexp_extract_all(f.title, '\d+'))
),

steady as (
  select candidate_no, max(incident_count) / sum(incident_count) >= 0.5 as is_steady
  from digits
  group by candidate_no
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
      when s.is_steady then w.wording
      else regexp_replace(w.wording, '(^|\s)\d+\b', '\1…', 'g')
    end
  end as label                -- Without personal data
from (select distinct candidate_no from marts.fct_candidate_incident) as c
left join found as f on f.candidate_no = c.candidate_no
left join wordings as w on w.candidate_no = c.candidate_no
left join steady as s on s.candidate_no = c.candidate_no
left join staging.record as p
  on p.record_type = 'problem'
  and f.candidate in ('problem ' || p.source || ' ' || p.number, 'problem ' || p.source || ' ' || p.record_id)
