-- How a candidate is worded: its most frequent and its most and least typical wordings, without personal data.
-- @grain candidate_no, wording_key
with
incidents as (
  select
    i.candidate_no, f.wording_no,
    min(i.record_no) filter (where t.record_no is not null) as shown_record_no,
    min(i.opened_at) as first_seen_at,
    max(i.opened_at) as last_seen_at,
    bool_and(i.is_boundary) as is_boundary
  from marts.fct_candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  left join intermediate.shown_text as t on t.record_no = i.record_no and t.field = 'title'
  where f.wording_no is not null
  group by i.candidate_no, f.wording_no
)

select
  i.candidate_no,             -- Candidate
  left(md5(array_to_string(w.stems, ' ')), 12) as wording_key,  -- The same in every build
  t.text as wording,          -- One that says it
  i.shown_record_no as record_no,  -- Incident it is quoted from
  s.incident_count::integer as incident_count,  -- Incidents of the candidate that say it
  s.typicality,               -- How much of the candidate its words are, 0–1
  s.centrality,               -- How far it says what the candidate says and little else, 0–1
  s.shared_stems,             -- Beginnings of the words it shares with a fifth of the candidate
  i.is_boundary,              -- Belongs less than surely
  i.first_seen_at,            -- First said
  i.last_seen_at              -- Last said
from incidents as i
join intermediate.candidate_wording_score as s
  on s.candidate_no = i.candidate_no and s.wording_no = i.wording_no
join intermediate.wording as w on w.wording_no = i.wording_no
join intermediate.shown_text as t on t.record_no = i.shown_record_no and t.field = 'title'
