-- A column that the configuration asks for becomes the attribute of its position, without empty texts; affected users are a number that makes sense.
-- model intermediate.record_attribute
-- given settings.workspace
select 'Users' as affected_users_attribute
-- given settings.attribute
from (values (1, 'Floor'), (3, 'Cost centre')) t(position, attribute)
-- given staging.record
from (values
  ('1', map {'Floor': ' 2nd ', 'Cost centre': '', 'Users': ' 40 '}),
  ('2', map {'Users': 'many'}),
  ('3', map {'Floor': 'Roof', 'Cost centre': 'A-1', 'Users': '-3'}),
  ('4', null)
) t(record_no, attributes)
-- expect
from (values
  ('1', '2nd', null, null, 40.0), ('2', null, null, null, null), ('3', 'Roof', null, 'A-1', null),
  ('4', null, null, null, null)
) t(record_no, attribute_1, attribute_2, attribute_3, affected_users)
