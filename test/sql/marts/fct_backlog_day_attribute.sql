-- The backlog is counted apart by attribute, and incidents without one together.
-- model marts.fct_backlog_day
-- given settings.workspace
select 'UTC' as zone, timestamptz '2024-05-06 12:00:00+00' as as_of, 10 as aged_days,
  30 as recurrence_days, 'service desk' as desk_pattern
-- given settings.attribute
select 2 as position, 'Floor' as attribute
-- given staging.record
from (values ('1', map {'Floor': '2nd'}), ('2', map {'Floor': '2nd'}), ('3', map {'Floor': 'Roof'}), ('4', null), ('5', null))
  t(id, attributes)
select * exclude (id), id as record_no, id as record_id, 'desk' as source, 'incident' as record_type, 'new' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at
-- expect
from (values (null, '2nd', 2), (null, 'Roof', 1), (null, null, 2)) t(attribute_1, attribute_2, open_count)
