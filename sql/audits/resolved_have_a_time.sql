-- A resolved incident that no field or history gives a time to is in no figure of resolved ones.
-- @severity warn
select source, count(*) as incident_count, min(number) as first_number
from marts.dim_record
where exclusion is null and status in ('resolved', 'closed') and resolved_at is null
group by source
