-- Each distinct text is there once, with how many say it. A hyphen, slash or dot parts words, but not beside a digit.
-- model intermediate.text_form
-- given intermediate.incident_text
from (values
  ('A', 'title', 1, 'vpn'), ('B', 'title', 1, 'vpn'),
  ('C', 'title', 2, 'jam/jam: jam-jam!'), ('D', 'notes', 1, 'wh-3')
) t(record_no, field, form_no, text)
-- expect
from (values ('title', 1, 2, ['vpn']), ('title', 2, 1, ['jam']), ('notes', 1, 1, ['wh-3'])) t(field, form_no, incident_count, words)
