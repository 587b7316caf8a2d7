-- What went into every stage between a file's rows and the resolved incidents, what left it and why,
-- and what went on. Each count is taken where it lies: what goes on is counted before a stage,
-- what goes into the next one after it, so that neither follows from the other.
-- @grain source, step, role, item
with
sources as (
  select source from staging.import
  union
  select source from staging.landed_row
),

rows_of_files as (
  select
    source,
    sum(rows_read) as read,
    sum(rows_unchanged) as unchanged,
    sum(rows_skipped) as skipped,
    sum(rows_accepted) as accepted
  from staging.import
  group by source
),

landed as (
  select
    source,
    sum(row_count) filter (where kind <> 'rejected') as landed,
    sum(row_count) filter (where kind = 'rejected') as rejected,
    sum(row_count) filter (where kind = 'version') as version,
    sum(row_count) filter (where kind = 'change') as change,
    sum(row_count) filter (where kind = 'sla_cycle') as sla_cycle
  from staging.landed_row
  group by source
),

known_changes as (
  select source, count(*) as change_count from staging.change group by source
),

versions as (
  select source, count(*) as version_count from staging.version group by source
),

records as (
  select source, count(*) as record_count, sum(version_count - 1) as older_count
  from staging.record
  group by source
),

exclusions as (
  select
    source,
    coalesce(exclusion, if(opened_at is null, 'no opening time', null)) as exclusion,
    count(*) as record_count
  from marts.dim_record
  group by all
),

incidents as (
  select
    source,
    count(*) as incident_count,
    count(*) filter (where is_open) as open_count,
    count(*) filter (where is_cancelled) as cancelled_count,
    count(*) filter (where not is_open and not is_cancelled and resolved_at is null)
      as untimed_count,
    count(*) filter (where is_resolved) as resolved_count
  from marts.fct_incident
  group by source
),

stages as (
  select
    o.source,
    unnest([
      {'step': 1, 'stage': 'rows', 'role': 'in', 'item': 'read', 'n': f.read},
      {'step': 1, 'stage': 'rows', 'role': 'out', 'item': 'unchanged', 'n': f.unchanged},
      {'step': 1, 'stage': 'rows', 'role': 'out', 'item': 'rejected', 'n': l.rejected},
      {'step': 1, 'stage': 'rows', 'role': 'out', 'item': 'skipped', 'n': f.skipped},
      {'step': 1, 'stage': 'rows', 'role': 'on', 'item': 'accepted', 'n': f.accepted},
      {'step': 2, 'stage': 'landed', 'role': 'in', 'item': 'landed', 'n': l.landed},
      {'step': 2, 'stage': 'landed', 'role': 'out', 'item': 'changes', 'n': c.change_count},
      {
        'step': 2, 'stage': 'landed', 'role': 'out', 'item': 'changes waiting',
        'n': coalesce(l.change, 0) - coalesce(c.change_count, 0)
      },
      {'step': 2, 'stage': 'landed', 'role': 'out', 'item': 'sla records', 'n': l.sla_cycle},
      {'step': 2, 'stage': 'landed', 'role': 'on', 'item': 'versions', 'n': l.version},
      {'step': 3, 'stage': 'versions', 'role': 'in', 'item': 'versions', 'n': v.version_count},
      {'step': 3, 'stage': 'versions', 'role': 'out', 'item': 'older', 'n': r.older_count},
      {'step': 3, 'stage': 'versions', 'role': 'on', 'item': 'records', 'n': r.record_count},
      {'step': 5, 'stage': 'incidents', 'role': 'in', 'item': 'incidents', 'n': i.incident_count},
      {'step': 5, 'stage': 'incidents', 'role': 'out', 'item': 'open', 'n': i.open_count},
      {'step': 5, 'stage': 'incidents', 'role': 'out', 'item': 'cancelled', 'n': i.cancelled_count},
      {
        'step': 5, 'stage': 'incidents', 'role': 'out', 'item': 'no resolution time',
        'n': i.untimed_count
      },
      {'step': 5, 'stage': 'incidents', 'role': 'on', 'item': 'resolved', 'n': i.resolved_count}
    ], recursive := true)
  from sources as o
  left join rows_of_files as f on f.source = o.source
  left join landed as l on l.source = o.source
  left join known_changes as c on c.source = o.source
  left join versions as v on v.source = o.source
  left join records as r on r.source = o.source
  left join incidents as i on i.source = o.source
  union all by name
  select source, 4 as step, 'records' as stage, 'in' as role, 'records' as item, sum(record_count) as n
  from exclusions
  group by source
  union all by name
  select
    source, 4 as step, 'records' as stage, if(exclusion is null, 'on', 'out') as role,
    coalesce(exclusion, 'incidents') as item, record_count as n
  from exclusions
)

select
  source,                     -- Source, as configured
  step,                       -- Order of the stages
  stage,                      -- rows, landed, versions, records, incidents
  role,                       -- in; out: left for the reason stated; on: goes into the next stage
  item,                       -- What it is, or why it left
  coalesce(n, 0)::bigint as item_count  -- Rows, versions, records or incidents
from stages
