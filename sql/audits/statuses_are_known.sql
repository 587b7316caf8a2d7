-- An incident whose status no map knows is neither open nor resolved by it.
-- @severity warn
select source, status_raw, count(*) as incident_count, min(number) as first_number
from marts.dim_record
where exclusion is null and status = 'unknown'
group by source, status_raw
order by incident_count desc, status_raw
