-- Why a record is no incident of its own, if so: METRICS.md, ground rule 4.
-- @grain record_no
with
majors as (
  select source, record_id as reference from staging.record where is_major
  union
  select source, number from staging.record where is_major
)

select
  r.record_no,                -- Record, unique over sources
  case
    when r.record_type <> 'incident' then r.record_type
    when r.status = 'deleted' then 'deleted'
    when r.status = 'merged' then 'merged'
    when r.duplicate_of is not null or lower(r.resolution_code) = 'duplicate' then 'duplicate'
    when m.reference is not null then 'child of a major incident'
  end as exclusion            -- Null when it counts
from staging.record as r
left join majors as m on m.source = r.source and m.reference = r.parent_id
