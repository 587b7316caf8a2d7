-- How much speaks for one cause behind a candidate: the probability that two of its incidents, drawn by chance,
-- share a resolution that tells a cause, a problem, a CI (where the texts made the candidate) or, which is half as
-- much, a group of like wordings.
-- @grain candidate_no
with
facets as (
  select i.candidate_no, 'wording' as facet, f.group_no::varchar as value, 0.5 as weight
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  union all
  select
    i.candidate_no, 'resolution',
    case when o.note_group_no is not null and list_has_any(i.evidence, ['text', 'workaround']) then 'telling'
      else f.note_group_no::varchar end,
    case when list_contains(i.evidence, 'text') then 1.0 else 0.5 end
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  left join intermediate.own_resolution as o on o.note_group_no = f.note_group_no
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
    round(1 - product(1 - coalesce(weight * known_share * agreement, 0)), 6),
    case
      when coalesce(max(known_share) filter (where facet in ('wording', 'resolution')), 0) = 0 then 0.25
    end
  ) as agreement              -- 0–1; at least a quarter where neither texts nor resolutions are known
from shares
group by candidate_no
