-- Six of the ten incidents of a year came within 72 hours of the only change, where a tenth of one was to expect. One
-- on another CI after the same evening, and one before the change, are not after it; a cancelled change changes nothing.
-- model intermediate.after_change
-- given staging.record
from (values
  ('CHG1', 'change', ' SW1', timestamptz '2024-03-01 22:00:00+00', null, 'closed'),
  ('CHG2', 'change', 'SW2', null, timestamptz '2024-03-01 22:00:00+00', 'cancelled')
) t(record_no, record_type, ci, resolved_at, closed_at, status)
-- given intermediate.incident_facet
select name || ci as record_no, ci, opened_at::timestamptz as opened_at
from (values
  ('a', '2024-03-01 22:00:00+00'), ('b', '2024-03-02 08:00:00+00'), ('c', '2024-03-02 09:00:00+00'),
  ('d', '2024-03-03 09:00:00+00'), ('e', '2024-03-04 09:00:00+00'), ('f', '2024-03-04 22:00:00+00'),
  ('late', '2024-03-04 22:00:01+00'), ('before', '2024-03-01 21:59:00+00'), ('first', '2023-06-01 00:00:00+00'),
  ('last', '2024-06-01 00:00:00+00')
) t(name, opened_at)
cross join (values ('SW1'), ('SW2')) as c(ci)
-- expect
from (values ('SW1', 'aSW1'), ('SW1', 'bSW1'), ('SW1', 'cSW1'), ('SW1', 'dSW1'), ('SW1', 'eSW1'), ('SW1', 'fSW1'))
  t(ci, record_no)
