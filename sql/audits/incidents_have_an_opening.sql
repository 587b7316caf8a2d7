-- An incident without an opening time can be in no period.
-- @severity warn
select source, number, status_raw
from marts.dim_record
where exclusion is null and opened_at is null
