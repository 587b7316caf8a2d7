-- A status that no map knows is neither open nor resolved.
-- @severity warn
select source, field, value, row_count
from marts.unmapped_value
where field = 'status'
