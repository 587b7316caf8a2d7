-- Of 1,000 incidents in six categories 430 say "Software": it is vague, and so is "Other", which few say. Where there are only three categories none holds more than its share.
-- model intermediate.vague_category
-- given intermediate.counted_incident
from (values
  ('six', 'Software', 430), ('six', 'Other', 10), ('six', 'Network', 400), ('six', 'Mail', 60),
  ('six', 'Printing', 50), ('six', 'Phones', 40), ('six', null, 10),
  ('three', 'Software', 600), ('three', 'Network', 300), ('three', 'Mail', 100)
) t(source, category, incident_count)
cross join unnest(range(incident_count)) as n(i)
select row_number() over () as record_no, source, category
-- expect
from (values
  ('six', 'Software', 0.43, true), ('six', 'Other', 0.01, true), ('six', 'Network', 0.4, false),
  ('six', 'Mail', 0.06, false), ('six', 'Printing', 0.05, false), ('six', 'Phones', 0.04, false),
  ('three', 'Software', 0.6, false), ('three', 'Network', 0.3, false), ('three', 'Mail', 0.1, false)
) t(source, category, incident_share, is_vague)
