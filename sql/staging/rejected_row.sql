-- Rows that could not be read.
select
  import_id,                  -- Import
  file_name,                  -- As given
  row_number,                 -- 1 is the first row after the header
  field,                      -- Canonical field that failed
  value,                      -- Its text
  reason,                     -- Why
  cells                       -- The row as it stood in the file
from landing.rejected_row
