-- Texts that say the same in the same stems, numbered from the most frequent on.
-- @grain wording_no
select
  row_number() over (order by field, sum(incident_count) desc, stems) as wording_no,  -- Of this build
  field,                      -- title, notes
  stems,                      -- In alphabetical order
  sum(incident_count)::bigint as incident_count  -- Incidents that say it
from intermediate.signature
group by field, stems
