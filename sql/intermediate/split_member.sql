-- Incidents that a person took out of a candidate by splitting off their wording: the texts no longer say where they
-- belong, and they no longer speak for what the rest is. Of wordings that were split off twice the last split holds.
-- @grain candidate, record_no
with
splits as (
  select w.wording_no, max(s.new_candidate_no) as split_candidate_no
  from settings.candidate_split as s
  join intermediate.wording as w
    on w.field = 'title' and left(md5(array_to_string(w.stems, ' ')), 12) = s.wording_key
  group by w.wording_no
)

select
  m.candidate,                -- Of this build
  m.record_no,                -- Incident
  s.split_candidate_no        -- Candidate it was split into
from intermediate.candidate_member as m
join intermediate.incident_facet as f on f.record_no = m.record_no
join splits as s on s.wording_no = f.wording_no
where list_has_any(m.evidence, ['text', 'workaround'])
