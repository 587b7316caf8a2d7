-- Resolutions that are mostly those of groups of like wordings they are usual in: what is noted of
-- everything ("restarted the PC") ties nothing together.
-- @grain note_group_no
with
noted as (
  select note_group_no, count(*) as incident_count
  from intermediate.incident_facet
  where note_group_no is not null
  group by note_group_no
),

bound as (
  select value::bigint as note_group_no, sum(value_count) as incident_count
  from intermediate.cause_bond
  where kind = 'resolution'
  group by value
)

select
  b.note_group_no,            -- Group of the notes' wording
  b.incident_count / n.incident_count as own_share  -- Of its incidents in groups it is usual in, 0–1
from bound as b
join noted as n on n.note_group_no = b.note_group_no
where b.incident_count >= 0.4 * n.incident_count
