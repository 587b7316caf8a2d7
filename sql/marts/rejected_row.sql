-- Rows that could not be read, with the reason.
-- @grain import_id, row_number, field
select
  r.import_id,                -- Import
  i.source,                   -- Source, as configured
  r.file_name,                -- As given
  r.row_number,               -- 1 is the first row after the header
  r.field,                    -- Canonical field that failed
  r.value,                    -- Its text
  r.reason,                   -- Why
  r.cells                     -- The row as it stood in the file
from staging.rejected_row as r
join staging.import as i on i.import_id = r.import_id
