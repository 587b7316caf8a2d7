-- Each group of like wordings with what most of its incidents share: the service, the CI, the problem; and how
-- many of its resolutions tell a cause.
-- @grain group_no
with
facets as (
  select
    f.group_no, f.service, f.ci, f.problem_id,
    f.note_group_no is not null as is_noted,
    o.note_group_no is not null as is_telling
  from intermediate.incident_facet as f
  left join intermediate.own_resolution as o on o.note_group_no = f.note_group_no
  where f.group_no is not null
),

sizes as (
  select
    group_no,
    count(*) as incident_count,
    count(ci) as ci_known_count,
    count(problem_id) as problem_known_count,
    count(*) filter (where is_noted) as noted_count,
    count(*) filter (where is_telling) as telling_count
  from facets
  group by group_no
),

services as (
  select group_no, service, count(*) as incident_count
  from facets
  group by group_no, service
  qualify row_number() over (partition by group_no order by count(*) desc, service) = 1
),

cis as (
  select group_no, service, ci, count(*) as incident_count
  from facets
  where ci is not null
  group by group_no, service, ci
  qualify row_number() over (partition by group_no order by count(*) desc, ci, service) = 1
),

problems as (
  select group_no, problem_id, count(*) as incident_count
  from facets
  where problem_id is not null
  group by group_no, problem_id
  qualify row_number() over (partition by group_no order by count(*) desc, problem_id) = 1
),

-- How usual a CI is among those of its service.
usual_cis as (
  select service, ci, count(*) as incident_count, count(*) / sum(count(*)) over (partition by service) as usual_share
  from facets
  where ci is not null
  group by service, ci
)

select
  z.group_no,                 -- Group of like wordings
  z.incident_count,           -- Its incidents
  s.service,                  -- Of most of them
  s.incident_count / z.incident_count as service_share,  -- In that service, 0–1
  c.ci,                       -- Of most of those with a CI
  z.ci_known_count,           -- With a CI
  c.incident_count as ci_count,  -- With that CI
  u.usual_share as ci_usual_share,  -- Of the CI in its service, 0–1
  p.problem_id,               -- Of most of those with a problem
  z.problem_known_count,      -- With a problem
  p.incident_count as problem_count,  -- With that problem
  z.noted_count,              -- With resolution notes
  z.telling_count             -- With notes that tell a cause
from sizes as z
join services as s on s.group_no = z.group_no
left join cis as c on c.group_no = z.group_no
left join usual_cis as u on u.service is not distinct from c.service and u.ci = c.ci
left join problems as p on p.group_no = z.group_no
