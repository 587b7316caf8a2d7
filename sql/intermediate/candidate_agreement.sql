-- How much a candidate's incidents agree: the probability that two of them, drawn by chance, share their group of
-- wordings, their resolution, their problem or, where the texts and not the CI made it, their CI.
-- @grain candidate_no
with
facets as (
  select i.candidate_no, 'wording' as facet, f.group_no::varchar as value, 1.0 as weight
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  union all
  select i.candidate_no, 'resolution', f.note_group_no::varchar, 1.0
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  union all
  select i.candidate_no, 'problem', f.problem_id, 1.0
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  union all
  select i.candidate_no, 'ci', f.ci, case when list_has_any(i.evidence, ['text', 'workaround']) then 0.8 else 0 end
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
),

counted as (
  select candidate_no, facet, value, avg(weight) as weight, count(*) as incident_count
  from facets
  group by candidate_no, facet, value
),

shares as (
  select
    candidate_no,
    facet,
    max(weight) as weight,
    sum(incident_count) filter (where value is not null) / sum(incident_count) as known_share,
    sum((incident_count ** 2)) filter (where value is not null)
      / (sum(incident_count) filter (where value is not null)) ** 2 as agreement
  from counted
  group by candidate_no, facet
)

select
  candidate_no,               -- Candidate
  greatest(
    1 - product(1 - coalesce(weight * known_share * agreement, 0)),
    case
      when coalesce(max(known_share) filter (where facet in ('wording', 'resolution')), 0) = 0 then 0.25
    end
  ) as agreement              -- 0–1; at least a quarter where neither texts nor resolutions are known
from shares
group by candidate_no
