-- A struck link is no return by any evidence: the incident came back as the next one, or not at all.
-- model intermediate.comeback
-- given intermediate.comeback_link
from (values
  (1, 2, timestamptz '2024-05-02 09:00:00+00', 1, true),
  (1, 3, timestamptz '2024-05-03 09:00:00+00', 3, false),
  (4, 5, timestamptz '2024-05-02 09:00:00+00', 2, true)
) t(record_no, came_back_record_no, opened_at, strength, is_struck)
-- expect
select 1 as record_no, 3 as came_back_record_no, 'same text' as evidence,
  timestamptz '2024-05-03 09:00:00+00' as came_back_at
