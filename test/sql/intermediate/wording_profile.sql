-- A group of like wordings has the service, CI and problem of most of its incidents, of equal ones the first by name,
-- and how usual that CI is among those of its service.
-- model intermediate.wording_profile
-- given intermediate.incident_facet
from (values
  ('A', 1, 'Net', 'SW1', 'PRB1', 71), ('B', 1, 'Net', 'SW1', null, 72), ('C', 1, 'Mail', 'MX1', null, null),
  ('D', 2, 'Net', 'SW2', null, null), ('E', 2, 'Net', null, null, null), ('F', null, 'Net', 'SW3', null, 71)
) t(record_no, group_no, service, ci, problem_id, note_group_no)
-- given intermediate.own_resolution
select 71 as note_group_no, 0.9 as own_share
-- expect
from (values
  (1, 3, 'Net', 2 / 3, 'SW1', 3, 2, 2 / 3, 'PRB1', 1, 1, 2, 1),
  (2, 2, 'Net', 1.0, 'SW2', 1, 1, 1 / 3, null, 0, null, 0, 0)
) t(
  group_no, incident_count, service, service_share, ci, ci_known_count, ci_count, ci_usual_share, problem_id,
  problem_known_count, problem_count, noted_count, telling_count
)
