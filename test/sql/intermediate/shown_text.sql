-- Mail addresses, links, telephone and account numbers and names of people are replaced by what they are; a name that
-- texts use as a word stays, and so does a name that is written small, as a word is. A title that says too little
-- is shown with the description, unless that begins with it. What was read in the wrong encoding is shown right.
-- model intermediate.shown_text
-- given intermediate.candidate_wording_score
select i as candidate_no, i as wording_no, 1 as incident_count, 1 as typicality from range(1, 12) as r(i)
-- given intermediate.candidate_incident
select i as candidate_no, i as record_no, false as is_boundary from range(1, 12) as r(i)
-- given intermediate.incident_facet
select i as record_no, i as wording_no from range(1, 12) as r(i)
-- given intermediate.incident_text
select i as record_no, 'title' as field, i as form_no, i between 9 and 10 as is_with_description from range(1, 12) as r(i)
-- given intermediate.person_word
from (values ('jan'), ('visser'), ('page')) t(word)
-- given intermediate.word
select 'title' as field, 'page' as word
-- given staging.record
from (values
  (1, 'Mail j.visser@corp.example bounced', null),
  (2, 'Portal https://intra/x?id=1 is slow', null),
  (3, 'Call 020 123 4567, 06-12345678 or +31 6 1234 5678 since 02-03-2024', null),
  (4, 'Paid to NL91ABNA0417164300 and DE89 3704 0044 0532 0130 00', null),
  (5, 'Jan Visser cannot print, tell Jan', null),
  (6, 'Page blank, jan says', null),
  (7, 'Debtor 12345678 unknown', null),
  (8, 'Error 5012', null),
  (9, 'Access', 'Jan Visser needs it'), (10, 'Access', 'Access to the share'),
  (11, 'Drucker lÃ¤uft nicht bei Jan van der Visser, groÃŸ', null)
) t(record_no, title, description)
-- expect
from (values
  (1, 'Mail ‹e-mail› bounced'),
  (2, 'Portal ‹link› is slow'),
  (3, 'Call ‹number›, ‹number› or ‹number› since 02-03-2024'),
  (4, 'Paid to ‹account› and ‹account›'),
  (5, '‹name› cannot print, tell ‹name›'),
  (6, 'Page blank, jan says'),
  (7, 'Debtor ‹number› unknown'),
  (8, 'Error 5012'), (9, 'Access: ‹name› needs it'), (10, 'Access to the share'),
  (11, 'Drucker läuft nicht bei ‹name›, groß')
) t(record_no, text)
