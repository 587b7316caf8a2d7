-- What ties two groups of like wordings to one cause: resolutions that tell a cause and are usual in both; the same
-- CI, far more usual in both than in their service; the same problem; and, of few incidents of one CI, likeness of
-- a third in words, or a telling resolution in common. All in the same service, or in both where both are spread.
-- Two groups that are each resolved in a way of its own have two causes, whatever else they share.
-- @grain group_no, other_no
with
resolutions as (
  select
    f.group_no,
    f.note_group_no,
    count(*) as incident_count,
    count(*) / any_value(p.noted_count) as share
  from intermediate.incident_facet as f
  join intermediate.own_resolution as o on o.note_group_no = f.note_group_no
  join intermediate.wording_profile as p on p.group_no = f.group_no
  group by f.group_no, f.note_group_no
),

-- A resolution of very many groups would tie all with all; of those it stands in most often it ties the most.
by_resolution as (
  select a.group_no, b.group_no as other_no, sum(least(a.share, b.share)) as common_share
  from resolutions as a
  join (
    from resolutions
    qualify row_number() over (partition by note_group_no order by incident_count desc, group_no) <= 50
  ) as b on b.note_group_no = a.note_group_no and b.group_no <> a.group_no
  group by a.group_no, b.group_no
),

strong_cis as (
  select *
  from intermediate.wording_profile
  where ci_count >= 3
    and ci_count >= 0.6 * ci_known_count
    and ci_known_count >= 0.3 * incident_count
    and ci_count >= 2 * ci_usual_share * ci_known_count
),

by_ci as (
  select a.group_no, b.group_no as other_no
  from strong_cis as a
  join strong_cis as b on b.service is not distinct from a.service and b.ci = a.ci and b.group_no <> a.group_no
),

by_problem as (
  select a.group_no, b.group_no as other_no
  from intermediate.wording_profile as a
  join intermediate.wording_profile as b on b.problem_id = a.problem_id and b.group_no <> a.group_no
  where least(a.problem_count, b.problem_count) >= 3
    and a.problem_count >= greatest(0.5 * a.problem_known_count, 0.1 * a.incident_count)
    and b.problem_count >= greatest(0.5 * b.problem_known_count, 0.1 * b.incident_count)
),

-- Of a CI that isn't most of its service, groups of few incidents, by the words they share.
rare_cis as (
  select p.*
  from intermediate.wording_profile as p
  where p.ci_count >= 0.5 * p.incident_count and p.ci_usual_share <= 0.3
),

words as (
  select r.group_no, r.service, r.ci, r.incident_count, s.stem, s.weight, s.total_weight
  from rare_cis as r
  join intermediate.wording_stem as s on s.wording_no = r.group_no
),

alike as (
  select
    a.group_no,
    b.group_no as other_no,
    sum(a.weight) / (any_value(a.total_weight) + any_value(b.total_weight) - sum(a.weight)) as likeness
  from words as a
  join words as b
    on b.service is not distinct from a.service
    and b.ci = a.ci
    and b.stem = a.stem
    and b.group_no <> a.group_no
    and least(a.incident_count, b.incident_count) < 5
  group by a.group_no, b.group_no
),

pairs as (
  select
    coalesce(r.group_no, c.group_no, p.group_no, l.group_no) as group_no,
    coalesce(r.other_no, c.other_no, p.other_no, l.other_no) as other_no,
    coalesce(r.common_share, 0) as common_share,
    c.group_no is not null as is_same_ci,
    p.group_no is not null as is_same_problem,
    coalesce(l.likeness, 0) as likeness
  from by_resolution as r
  full join by_ci as c on c.group_no = r.group_no and c.other_no = r.other_no
  full join by_problem as p
    on p.group_no = coalesce(r.group_no, c.group_no) and p.other_no = coalesce(r.other_no, c.other_no)
  full join alike as l
    on l.group_no = coalesce(r.group_no, c.group_no, p.group_no)
    and l.other_no = coalesce(r.other_no, c.other_no, p.other_no)
)

select
  t.group_no,                 -- Group of like wordings
  t.other_no,                 -- Another, tied to it
  t.common_share,             -- Of their resolutions that both share and that tell a cause, 0–1
  t.is_same_ci,               -- Of a CI that is unusual elsewhere
  t.is_same_problem,          -- Linked to one problem
  t.likeness                  -- Of words, where both are few incidents of one CI, 0–1
from pairs as t
join intermediate.wording_profile as a on a.group_no = t.group_no
join intermediate.wording_profile as b on b.group_no = t.other_no
where (b.service is not distinct from a.service or (a.service_share < 0.6 and b.service_share < 0.6))
  and (
    t.is_same_problem
    or (t.common_share >= 0.3 and least(a.telling_count, b.telling_count) >= 2)
    or (t.common_share > 0 and a.ci = b.ci and a.ci_usual_share <= 0.3)
    or (
      (t.is_same_ci or t.likeness >= 0.35)
      and not (
        t.common_share = 0
        and a.telling_count >= greatest(2, 0.5 * a.noted_count)
        and b.telling_count >= greatest(2, 0.5 * b.noted_count)
      )
    )
  )
