-- Every change of a field of a record that is shown in its history.
-- @grain change_no
select
  record_no,                  -- Record, unique over sources
  row_number() over () as change_no,  -- Only tells two changes apart
  changed_at,                 -- Instant
  step,                       -- Order within the same instant
  field,                      -- Canonical name where known
  from_value,                 -- Before
  to_value,                   -- After
  changed_by,                 -- Who, where the log says
  origin                      -- log: told by the tool; versions: seen between versions
from intermediate.change
