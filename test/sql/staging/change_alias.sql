-- A change logged under a number belongs to the record whose own id another file tells; one of a record nobody knows waits.
-- model staging.change
-- given landing.record_version
select 'a1b2' as record_id, 'INC7' as number
-- given landing.change
from (values
  ('INC7', 'status', timestamptz '2024-05-06 09:00:00+00'),
  ('INC8', 'status', timestamptz '2024-05-06 09:00:00+00')
) t(record_id, field, changed_at)
-- expect
from (values (1, 'status')) t(record_no, field)
