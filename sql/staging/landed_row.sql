-- What lies in landing, by source and kind: stages are footed against it, not against the log of
-- imports, so that a row lost between the two would show.
-- @grain source, kind
with
counted as (
  select source, 'version' as kind, count(*) as row_count
  from landing.record_version
  group by source
  union all
  select source, 'change', count(*)
  from landing.change
  group by source
  union all
  select source, 'sla_cycle', count(*)
  from landing.sla_cycle
  group by source
  union all
  select i.source, 'rejected', count(distinct (r.import_id, r.row_number))
  from landing.rejected_row as r
  join landing.import_log as i on i.import_id = r.import_id
  group by i.source
)

select
  source,                     -- Source, as configured
  kind,                       -- version, change, sla_cycle, rejected
  row_count                   -- Rows
from counted
