-- What speaks for one cause behind a group of like wordings: most of its resolutions are worded alike, most
-- of its incidents name the same CI, most of those with a problem have the same one. Each only where it is far
-- more usual in the group than around it, so that what a whole desk or service shares binds nothing.
-- @grain group_no, kind
with
groups as (
  select
    group_no,
    count(*) as incident_count,
    mode(service) as service,
    max(service_count) / count(*) as service_share
  from (
    select group_no, service, count(*) over (partition by group_no, service) as service_count
    from intermediate.incident_facet
    where group_no is not null
  )
  group by group_no
  having count(*) >= 3
),

facets as (
  select group_no, service, 'resolution' as kind, note_group_no::varchar as value
  from intermediate.incident_facet where note_group_no is not null
  union all
  select group_no, service, 'ci', ci from intermediate.incident_facet where ci is not null
  union all
  select group_no, service, 'problem', problem_id
  from intermediate.incident_facet where problem_id is not null
),

-- How usual each value is: a CI among those of its service, the others among all.
around as (
  select
    *,
    value_count / sum(value_count) over (partition by kind, place) as usual_share
  from (
    select kind, case when kind = 'ci' then service end as place, value, count(*) as value_count
    from facets
    group by all
  )
),

within_groups as (
  select *, sum(value_count) over (partition by group_no, kind) as known_count
  from (
    select f.group_no, f.kind, f.value, count(*) as value_count
    from facets as f
    where f.group_no is not null
    group by all
  )
),

usual as (
  select
    w.group_no,
    w.kind,
    w.value,
    w.value_count,
    w.known_count,
    g.service,
    g.service_share,
    g.incident_count,
    a.usual_share
  from within_groups as w
  join groups as g on g.group_no = w.group_no
  join around as a
    on a.kind = w.kind
    and a.value = w.value
    and a.place is not distinct from case when w.kind = 'ci' then g.service end
)

select
  group_no,                   -- Group of like wordings
  kind,                       -- resolution, ci, problem
  value,                      -- Group of the notes' wording, CI, problem
  value_count,                -- Incidents of the group that have it
  known_count,                -- Incidents of the group that have any
  service,                    -- Of most of the group
  service_share               -- Of the group in that service, 0–1
from usual
where value_count >= 3
  and value_count >= case kind when 'ci' then 0.6 else 0.5 end * known_count
  and known_count >= case kind when 'problem' then 0.1 else 0.3 end * incident_count
  and value_count >= case kind when 'ci' then 2 else 3 end * usual_share * known_count
qualify row_number() over (partition by group_no, kind order by value_count desc, value) = 1
