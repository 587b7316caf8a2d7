-- One letter off a word ten times as frequent is a slip, in eleven letters and more two; a word too frequent to be a
-- slip, a short one and an identifier stand for themselves. Of two that may be meant the nearer, then the more
-- frequent. The slip stands for the stem of what was meant.
-- model intermediate.spelling
-- given intermediate.word
from (values
  ('printers', 'printer', false, 100), ('prinetrs', 'prinetr', false, 2), ('prnters', 'prnter', false, 10),
  ('pinters', 'pinter', false, 11),
  ('synchronised', 'synchronis', false, 50), ('sinchrnised', 'sinchrnis', false, 1), ('synchroniz', 'synchroniz', false, 1),
  ('vpn', 'vpn', false, 90), ('vpm', 'vpm', false, 1), ('printer7', 'printer7', true, 1), ('toner', 'toner', false, 1),
  ('tower', 'tower', false, 90),
  ('labbes', 'labb', false, 1), ('cabbes', 'cabb', false, 60), ('labels', 'label', false, 40)
) t(word, stem, is_identifier, incident_count)
-- expect
from (values
  ('prinetrs', 'printer'), ('prnters', 'printer'), ('sinchrnised', 'synchronis'), ('labbes', 'cabb')
) t(written, stem)
