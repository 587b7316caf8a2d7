-- Values that are in no map of their connector: kept, counted, shown.
-- @grain source, field, value
select
  i.source,                   -- Source, as configured
  u.field,                    -- Canonical field
  u.value,                    -- As exported
  sum(u.row_count)::integer as row_count  -- Rows that have it
from staging.unmapped_value as u
join staging.import as i on i.import_id = u.import_id
group by i.source, u.field, u.value
