-- A linked article is knowledge, and so is a link to a problem, by id or number, that is marked as a known error; another problem is not.
-- model intermediate.knowledge_link
-- given intermediate.counted_incident
from (values ('article'), ('by number'), ('by id'), ('open problem'), ('both'), ('empty')) t(record_no)
-- given staging.record
from (values
  ('article', 'incident', 'KB1', null, null, null),
  ('by number', 'incident', null, 'PRB1', null, null),
  ('by id', 'incident', null, 'p1', null, null),
  ('open problem', 'incident', null, 'PRB2', null, null),
  ('both', 'incident', 'KB1', 'PRB1', null, null),
  ('empty', 'incident', ' ', null, null, null),
  ('p1', 'problem', null, null, 'PRB1', map {'known_error': 'True'}),
  ('p2', 'problem', null, null, 'PRB2', map {'known_error': 'false'})
) t(record_no, record_type, knowledge_id, problem_id, number, attributes)
select *, 'desk' as source, record_no as record_id
-- expect
from (values ('article', 'article'), ('by number', 'known error'), ('by id', 'known error'), ('both', 'article'))
  t(record_no, evidence)
