-- What a candidate is called: the wording that says most of what its incidents say, shortest first; numbers that
-- differ from one incident to the next are left out. What no text made is called by where it piles up.
-- @grain candidate_no
with
evidence as (
  select candidate_no, list_distinct(flatten(list(evidence))) as detectors
  from marts.fct_candidate_incident
  group by candidate_no
),

places as (
  select
    candidate_no,
    max(value) filter (where field = 'ci') as ci,
    max(value) filter (where field = 'subcategory' and share >= 0.7) as subcategory,
    max(value) filter (where field = 'service') as service
  from marts.candidate_value
  where place = 1
  group by candidate_no
),

wordings as (
  select
    candidate_no,
    arg_max(wording, (round(typicality, 2), incident_count, -length(wording), wording)) as wording
  from marts.candidate_wording
  where length(wording) >= 6
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
  e.candidate_no,             -- Candidate
  case
    when list_has_any(e.detectors, ['text', 'workaround', 'major']) then
      case
        when w.wording is null then 'Without words'
        when s.is_steady then w.wording
        else regexp_replace(w.wording, '(^|\s)\d+\b', '\1…', 'g')
      end
    when list_contains(e.detectors, 'after change') then coalesce(p.ci, p.service) || ' after changes'
    else concat_ws(' · ', p.ci, p.subcategory, case when p.ci is null then p.service end)
  end as label                -- Without personal data
from evidence as e
left join places as p on p.candidate_no = e.candidate_no
left join wordings as w on w.candidate_no = e.candidate_no
left join steady as s on s.candidate_no = e.candidate_no
