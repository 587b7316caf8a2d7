-- An id is named after what most records last moved to it have now; ids a record only passed through, and texts that are no ids, teach nothing.
-- model intermediate.reference_name
-- given staging.record
from (values
  ('1', 'Network'), ('2', 'Network'), ('3', 'Network'), ('4', 'Servers'), ('5', 'Desk')
) t(id, assignment_group)
select 'desk:' || id as record_no, assignment_group
-- given staging.change
from (values
  ('1', 'd625dccec0a8016700a222a0f7900d06', 9), ('2', 'd625dccec0a8016700a222a0f7900d06', 9),
  ('3', 'd625dccec0a8016700a222a0f7900d06', 9), ('4', 'd625dccec0a8016700a222a0f7900d06', 9),
  ('5', 'd625dccec0a8016700a222a0f7900d06', 8), ('5', '8a4dde73c6112278017a6a4baf547aa7', 9),
  ('1', 'Desk', 7)
) t(id, to_value, hour)
select 'desk' as source, 'desk:' || id as record_no, 'assignment_group' as field, to_value,
  timestamptz '2024-05-06 00:00:00+00' + to_hours(hour) as changed_at
-- expect
from (values
  ('d625dccec0a8016700a222a0f7900d06', 'Network'), ('8a4dde73c6112278017a6a4baf547aa7', 'Desk')
) t(reference, name)
