-- Stop words and plain numbers tell nothing. An identifier that four share (WH-3) is a word, one that three share is
-- not. Endings of four languages are cut alike; short words keep theirs.
-- model intermediate.word
-- given intermediate.person_word
select 'nobody' as word
-- given intermediate.text_form
from (values
  ('title', 1, 4, ['the', 'scanner', 'wh-3', '2024']),
  ('title', 2, 3, ['please', 'scanners', 'pc-0815']),
  ('title', 3, 2, ['störungen', 'meldung', 'drucker', 'imprimante', 'imprimantes', 'meldingen']),
  ('title', 4, 1, ['crashes', 'crashed', 'bus', 'vpn', 'x'])
) t(field, form_no, incident_count, words)
-- expect
from (values
  ('scanner', 4, false, 'scann'), ('scanners', 3, false, 'scanner'), ('wh-3', 4, true, 'wh-3'),
  ('störungen', 2, false, 'stör'), ('meldung', 2, false, 'meld'), ('meldingen', 2, false, 'melding'),
  ('drucker', 2, false, 'druck'), ('imprimante', 2, false, 'imprimant'), ('imprimantes', 2, false, 'imprimant'),
  ('crashes', 1, false, 'crash'), ('crashed', 1, false, 'crash'), ('bus', 1, false, 'bus'), ('vpn', 1, false, 'vpn')
) t(word, incident_count, is_identifier, stem)
