-- A wording that was split off twice is where the last split put it; what structure found stays where it is.
-- model intermediate.split_member
-- given settings.candidate_split
select candidate_no, left(md5('jam printer'), 12) as wording_key, new_candidate_no
from (values (1, 10), (10, 11)) t(candidate_no, new_candidate_no)
-- given intermediate.wording
from (values (5, 'title', ['jam', 'printer']), (6, 'title', ['jam']), (2, 'notes', ['jam', 'printer'])) t(wording_no, field, stems)
-- given intermediate.incident_facet
from (values ('A', 5), ('B', 6), ('C', null)) t(record_no, wording_no)
-- given intermediate.candidate_member
from (values
  ('wording 5', 'A', ['text']), ('structure X', 'A', ['structural']), ('wording 5', 'B', ['text']), ('wording 5', 'C', ['workaround'])
) t(candidate, record_no, evidence)
-- expect
from (values ('wording 5', 'A', 11)) t(candidate, record_no, split_candidate_no)
