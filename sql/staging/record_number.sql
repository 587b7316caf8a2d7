-- A number for each record, and every reference that stands for it: its id and, where only one
-- record has it, its number. Models join and sort by the number; texts would cost twice the time.
-- @grain source, reference
with
records as (
  select distinct v.source, coalesce(a.record_id, v.record_id) as record_id
  from landing.record_version as v
  left join staging.record_alias as a on a.source = v.source and a.alias = v.record_id
),

numbered as (
  select
    source,
    record_id,
    row_number() over (order by source, record_id)::integer as record_no
  from records
)

select
  source,                     -- Source, as configured
  record_id as reference,     -- Id, or number that stands for it
  record_no                   -- Record, unique over sources; of this build only
from numbered
union all
select a.source, a.alias, n.record_no
from staging.record_alias as a
join numbered as n on n.source = a.source and n.record_id = a.record_id
anti join numbered as o on o.source = a.source and o.record_id = a.alias
