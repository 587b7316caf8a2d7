-- Where the tool counts one reopening and the log shows two, the one after the longer time resolved stays.
-- model intermediate.state_change
-- given staging.record
from (values ('desk:counted', 1), ('desk:uncounted', null)) t(record_no, reopen_count)
-- given intermediate.status_event
from (values
  (timestamptz '2024-05-06 09:00:00+00', 'open'),
  (timestamptz '2024-05-06 10:00:00+00', 'resolved'),
  (timestamptz '2024-05-06 10:02:00+00', 'open'),
  (timestamptz '2024-05-06 10:05:00+00', 'resolved'),
  (timestamptz '2024-05-08 10:00:00+00', 'open'),
  (timestamptz '2024-05-08 15:00:00+00', 'resolved')
) t(happened_at, state)
select *, 0 as step, unnest(['desk:counted', 'desk:uncounted']) as record_no
-- expect
from (values
  ('desk:counted', timestamptz '2024-05-06 10:05:00+00', 'resolved'),
  ('desk:counted', timestamptz '2024-05-08 10:00:00+00', 'open'),
  ('desk:counted', timestamptz '2024-05-08 15:00:00+00', 'resolved'),
  ('desk:uncounted', timestamptz '2024-05-06 10:00:00+00', 'resolved'),
  ('desk:uncounted', timestamptz '2024-05-06 10:02:00+00', 'open'),
  ('desk:uncounted', timestamptz '2024-05-06 10:05:00+00', 'resolved'),
  ('desk:uncounted', timestamptz '2024-05-08 10:00:00+00', 'open'),
  ('desk:uncounted', timestamptz '2024-05-08 15:00:00+00', 'resolved')
) t(record_no, happened_at, to_state)
