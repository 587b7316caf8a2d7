-- What each import did to the records: made new ones, brought newer versions of known ones, moved
-- their status, or only brought versions older than what was known.
-- Imports count in the order they came; which version is the newest doesn't depend on it.
-- @grain import_id
with
-- Most records come once: they need no comparing.
single as (
  select import_id, count(*) as record_count
  from staging.record
  where version_count = 1
  group by import_id
),

-- The hash makes versions differ, so that the status behind it decides nothing.
touches as (
  select
    v.record_no,
    v.import_id,
    max({
      'version_at': v.version_at, 'version_number': v.version_number,
      'field_count': v.field_count, 'as_of': v.as_of, 'row_hash': v.row_hash,
      'status': coalesce(v.status, '')
    }) as newest
  from staging.version as v
  join staging.record as r on r.record_no = v.record_no and r.version_count > 1
  group by v.record_no, v.import_id
),

compared as (
  select
    import_id,
    newest,
    max(newest) over (
      partition by record_no order by import_id rows between unbounded preceding and 1 preceding
    ) as known
  from touches
),

several as (
  select
    import_id,
    count(*) filter (where known is null) as new_count,
    count(*) filter (where newest > known) as updated_count,
    count(*) filter (where newest < known) as outdated_count,
    count(*) filter (where newest > known and newest.status <> known.status) as moved_count
  from compared
  group by import_id
)

select
  i.import_id,                -- Import
  (coalesce(s.record_count, 0) + coalesce(m.new_count, 0))::integer as new_record_count,  -- Not known before
  coalesce(m.updated_count, 0)::integer as updated_record_count,    -- Known, now in a newer version
  coalesce(m.outdated_count, 0)::integer as outdated_record_count,  -- Known in a newer version already
  coalesce(m.moved_count, 0)::integer as moved_status_count         -- Updated, with another status
from staging.import as i
left join single as s on s.import_id = i.import_id
left join several as m on m.import_id = i.import_id
