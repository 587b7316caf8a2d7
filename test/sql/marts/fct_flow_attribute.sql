-- What moved the backlog carries the incident's attributes.
-- model marts.fct_flow
-- given settings.attribute
select 1 as position, 'Floor' as attribute
-- given staging.record
select '1' as record_no, '1' as record_id, 'desk' as source, 'incident' as record_type, 'resolved' as status,
  map {'Floor': '2nd'} as attributes, timestamptz '2024-05-06 09:00:00+00' as opened_at,
  timestamptz '2024-05-06 10:00:00+00' as resolved_at
-- expect
from (values ('opened', '2nd'), ('resolved', '2nd')) t(event, attribute_1)
