-- An incident has the wording of its title and the group of its notes; what says nothing has none.
-- model intermediate.incident_wording
-- given intermediate.incident_text
from (values ('A', 'title', 1), ('A', 'notes', 2), ('B', 'notes', 2), ('C', 'title', 9)) t(record_no, field, form_no)
-- given intermediate.signature
from (values ('title', 1, ['jam']), ('notes', 2, ['jam'])) t(field, form_no, stems)
-- given intermediate.wording
from (values (1, 'notes', ['jam']), (2, 'title', ['jam'])) t(wording_no, field, stems)
-- given intermediate.wording_group
from (values (1, 'notes', 1, false), (2, 'title', 7, true)) t(wording_no, field, group_no, is_boundary)
-- expect
from (values ('A', 2, 7, true, 1), ('B', null, null, null, 1)) t(record_no, wording_no, group_no, is_boundary, note_group_no)
