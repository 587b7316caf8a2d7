-- One letter off a stem ten times as frequent is a slip, in nine letters and more two; a stem too frequent to be a
-- slip, a short one and an identifier stand for themselves. Of two that may be meant the nearer, then the more
-- frequent.
-- model intermediate.spelling
-- given intermediate.word
from (values
  ('printer', 'printer', false, 100), ('prinetr', 'prinetr', false, 2), ('prnter', 'prnter', false, 10),
  ('printers', 'printers', false, 11),
  ('synchronis', 'synchronis', false, 50), ('sinchrnis', 'sinchrnis', false, 1), ('snchronia', 'snchronia', false, 1),
  ('vpn', 'vpn', false, 90), ('vpm', 'vpm', false, 1), ('if217', 'if217', true, 1),
  ('lable', 'lable', false, 1), ('cable', 'cable', false, 60), ('label', 'label', false, 40)
) t(word, stem, is_identifier, incident_count)
-- expect
from (values
  ('prinetr', 'printer'), ('prnter', 'printer'), ('sinchrnis', 'synchronis'), ('lable', 'cable')
) t(written, stem)
