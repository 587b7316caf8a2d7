-- Order, endings and slips of the pen don't count: these texts say the same.
-- model intermediate.signature
-- given intermediate.word
from (values
  ('title', 'printer', 'printer'), ('title', 'prnters', 'prnter'), ('title', 'jams', 'jam'), ('title', 'jam', 'jam')
) t(field, word, stem)
-- given intermediate.spelling
select 'prnters' as written, 'printer' as stem
-- given intermediate.text_form
from (values
  ('title', 1, 3, ['printer', 'jam']), ('title', 2, 1, ['jams', 'the', 'prnters']), ('title', 3, 1, ['the'])
) t(field, form_no, incident_count, words)
-- expect
from (values ('title', 1, 3, ['jam', 'printer']), ('title', 2, 1, ['jam', 'printer'])) t(field, form_no, incident_count, stems)
