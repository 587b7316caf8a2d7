-- Texts are comparable without case, accents and what differs each time: mail addresses, links, paths, dates,
-- dotted numbers and quotations. Text that was read in the wrong encoding reads like the others. A title of
-- one telling word or none is read with the description.
-- model intermediate.incident_text
-- given staging.record
from (values
  ('mail', 'Mailbox of Jan.Smith@corp.example full', null),
  ('link', 'Page https://portal/x?id=7 fails', null),
  ('path', 'Cannot open \\fs01\share\a.xls or /mnt/data/b', null),
  ('date', 'Down since 01-02-2024 on 10.1.2.3', null),
  ('quoted', 'Error “disk full” in app', null),
  ('accents', 'Imprimante bloquée', null),
  ('mojibake', 'Drucker lÃ¤uft nicht für Ã¼ber Ã±', null),
  ('slash', 'Email/calendar', null),
  ('description only', '  ', 'Scanner beeps'),
  ('one word', 'Access to the', 'Confluence asks twice'), ('one word alone', 'Outlook', null),
  ('two words', 'Outlook slow', 'Since Monday'), ('a word and a CI', 'Broken PC123', 'Since Monday')
) t(record_no, title, description)
-- given intermediate.counted_incident
from (values
  ('mail', 'resolved'), ('link', 'resolved'), ('path', 'open'), ('date', 'open'), ('quoted', 'open'),
  ('accents', 'open'), ('mojibake', 'open'), ('slash', 'open'), ('description only', 'open'),
  ('one word', 'open'), ('one word alone', 'open'), ('two words', 'open'), ('a word and a CI', 'open')
) t(record_no, state)
-- expect
from (values
  ('mail', 'title', 'mailbox of   full'),
  ('link', 'title', 'page   fails'),
  ('path', 'title', 'cannot open   or  '),
  ('date', 'title', 'down since   on  '),
  ('quoted', 'title', 'error   in app'),
  ('accents', 'title', 'imprimante bloquee'),
  ('mojibake', 'title', 'drucker lauft nicht fur uber n'),
  ('slash', 'title', 'email/calendar'),
  ('description only', 'title', 'scanner beeps'), ('one word', 'title', 'access to the confluence asks twice'),
  ('one word alone', 'title', 'outlook'), ('two words', 'title', 'outlook slow'), ('a word and a CI', 'title', 'broken pc123')
) t(record_no, field, text)
