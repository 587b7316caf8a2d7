-- How typical each wording is of its candidate: the share of the candidate's incidents that use its stems, the
-- telling ones weighing more. A wording none of whose stems another incident uses is not typical, but is one. How
-- central: how far it says all that the candidate says, too, and little else (Dice's coefficient of its weights
-- and those of the stems that a fifth of the candidate uses, each by the share that uses it).
-- @grain candidate_no, wording_no
with
counted as (
  select i.candidate_no, f.wording_no, count(*) as incident_count
  from intermediate.candidate_incident as i
  join intermediate.incident_facet as f on f.record_no = i.record_no
  where f.wording_no is not null
  group by i.candidate_no, f.wording_no
),

stems as (
  select
    c.candidate_no, c.wording_no, c.incident_count, s.stem, s.weight,
    sum(c.incident_count) over (partition by c.candidate_no, s.stem) as stem_count
  from counted as c
  left join intermediate.wording_stem as s on s.wording_no = c.wording_no
),

sizes as (
  select candidate_no, sum(incident_count) as incident_count from counted group by candidate_no
),

-- What a fifth of the candidate says.
profiles as (
  select t.candidate_no, sum(t.weight * t.stem_count / z.incident_count) as weight
  from (select distinct candidate_no, stem, weight, stem_count from stems) as t
  join sizes as z on z.candidate_no = t.candidate_no
  where t.stem_count >= 0.2 * z.incident_count
  group by t.candidate_no
)

select
  t.candidate_no,             -- Candidate
  t.wording_no,               -- Wording
  any_value(t.incident_count) as incident_count,  -- Incidents of the candidate that say it
  round(
    coalesce(
      sum(t.weight * t.stem_count / z.incident_count) / nullif(sum(t.weight), 0),
      avg(t.stem_count / z.incident_count) filter (where t.stem is not null),
      0
    ),
    6
  ) as typicality,            -- 0–1
  coalesce(
    round(
      2 * sum(t.weight * t.stem_count / z.incident_count)
        / nullif(sum(t.weight) + coalesce(any_value(p.weight), 0), 0),
      6
    ),
    0
  ) as centrality,            -- 0–1
  coalesce(
    list(t.stem order by t.stem_count * t.weight desc, t.stem)
      filter (where t.stem is not null and t.stem_count >= 0.2 * z.incident_count),
    []
  ) as shared_stems             -- Those that a fifth of the candidate uses
from stems as t
join sizes as z on z.candidate_no = t.candidate_no
left join profiles as p on p.candidate_no = t.candidate_no
group by t.candidate_no, t.wording_no
