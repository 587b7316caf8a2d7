-- Wordings are numbered from the most frequent on, ties by their stems, titles after notes.
-- model intermediate.wording
-- given intermediate.signature
from (values
  ('title', 1, 2, ['jam', 'printer']), ('title', 2, 3, ['jam', 'printer']), ('title', 3, 4, ['vpn']),
  ('title', 4, 4, ['mail']), ('notes', 1, 1, ['vpn'])
) t(field, form_no, incident_count, stems)
-- expect
from (values
  (1, 'notes', ['vpn'], 1), (2, 'title', ['jam', 'printer'], 5), (3, 'title', ['mail'], 4), (4, 'title', ['vpn'], 4)
) t(wording_no, field, stems, incident_count)
