-- The tool's own verdict on the resolution of each incident: its SLA records where it has them,
-- else the flag on the record. A flag that is true on every record of a source was never
-- maintained (ServiceNow's made_sla since its new SLA engine) and is no verdict.
-- Zendesk logs the promise, its end and its breach apart: promised and ended without a breach is met.
-- @grain record_no
with
cycles as (
  select record_no, not bool_or(is_breached) as is_met
  from staging.sla_cycle
  where kind = 'resolution'
  group by record_no
  having
    bool_or(
      is_breached is not null
      and (is_breached or stage is null or stage = 'completed' or ended_at is not null)
    )
    or (
      bool_or(not is_breached and stage = 'in_progress')
      and bool_or(is_breached is null and stage = 'completed')
    )
),

maintained as (
  select source
  from staging.record
  where sla_met_recorded is not null
  group by source
  having not bool_and(sla_met_recorded)
)

select
  r.record_no,                -- Record, unique over sources
  coalesce(c.is_met, case when m.source is not null then r.sla_met_recorded end) as is_met,  -- Verdict
  case when c.is_met is not null then 'sla record' else 'flag' end as origin  -- Where it was read
from staging.record as r
left join cycles as c on c.record_no = r.record_no
left join maintained as m on m.source = r.source
where c.is_met is not null or (m.source is not null and r.sla_met_recorded is not null)
