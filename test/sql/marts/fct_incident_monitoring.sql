-- What came through an event source was detected by monitoring, what a person phoned in was not, and without a channel nobody knows.
-- model marts.fct_incident
-- given staging.record
from (values ('1', 'Event'), ('2', 'Phone'), ('3', ' ')) t(id, channel)
select * exclude (id), id as record_no, id as record_id, 'desk' as source, 'incident' as record_type, 'new' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at
-- expect
from (values ('1', true), ('2', false), ('3', null)) t(record_no, is_from_monitoring)
