-- Values that are in no map of their connector, import by import.
select
  import_id,                  -- Import
  field,                      -- Canonical field
  value,                      -- As exported
  row_count                   -- Rows that have it
from landing.unmapped_value
