-- Every change of a field of a record that is shown in its history.
-- @grain record_key, place
select
  record_key,                 -- Record, unique over sources
  row_number() over (
    partition by record_key order by changed_at, step, field, from_value, to_value
  )::integer as place,        -- 1 is the record's first change
  changed_at,                 -- Instant
  field,                      -- Canonical name where known
  from_value,                 -- Before
  to_value,                   -- After
  changed_by,                 -- Who, where the log says
  origin                      -- log: told by the tool; versions: seen between versions
from intermediate.change
order by record_key, place
