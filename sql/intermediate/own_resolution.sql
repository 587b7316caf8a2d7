-- Resolutions that tell a cause: far more usual in the groups of like wordings they stand in than elsewhere, and
-- mostly theirs; or nearly always of one CI. What is noted of everything ("restarted the PC") tells none.
-- @grain note_group_no
with
noted as (
  select
    note_group_no,
    count(*) as incident_count,
    count(ci) as ci_known_count,
    count(*) / sum(count(*)) over () as usual_share
  from intermediate.incident_facet
  where note_group_no is not null
  group by note_group_no
),

by_ci as (
  select note_group_no, max(incident_count) as incident_count
  from (
    select note_group_no, service, ci, count(*) as incident_count
    from intermediate.incident_facet
    where note_group_no is not null and ci is not null
    group by note_group_no, service, ci
  )
  group by note_group_no
),

by_group as (
  select
    group_no,
    note_group_no,
    count(*) as incident_count,
    count(*) / sum(count(*)) over (partition by group_no) as share
  from intermediate.incident_facet
  where note_group_no is not null and group_no is not null
  group by group_no, note_group_no
),

bound as (
  select g.note_group_no, sum(g.incident_count) as incident_count
  from by_group as g
  join noted as n on n.note_group_no = g.note_group_no
  where g.incident_count >= 2 and g.share >= 0.15 and g.share >= 3 * n.usual_share
  group by g.note_group_no
)

select
  n.note_group_no,            -- Group of the notes' wording
  coalesce(b.incident_count, 0) / n.incident_count as own_share  -- Of its incidents in groups it is usual in, 0–1
from noted as n
left join bound as b on b.note_group_no = n.note_group_no
left join by_ci as c on c.note_group_no = n.note_group_no
where b.incident_count >= 0.4 * n.incident_count
  or (
    n.incident_count >= 3
    and c.incident_count >= 0.6 * n.ci_known_count
    and n.ci_known_count >= 0.5 * n.incident_count
  )
