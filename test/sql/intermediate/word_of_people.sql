-- A caller's name is no word about a fault, unless more than a hundredth and more than twenty texts use it (a name
-- that is a word: Page).
-- model intermediate.word
-- given staging.record
from (values ('A', 'Petra de Boer', 'Jimmy Page')) t(record_no, requester, assignee)
-- given intermediate.text_form
from (values
  ('title', 1, 21, ['page', 'blank']), ('title', 2, 20, ['boer', 'blank'])
) t(field, form_no, incident_count, words)
-- expect
from (values ('page', 21, 'pag'), ('blank', 41, 'blank')) t(word, incident_count, stem)
