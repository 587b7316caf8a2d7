-- Names of requesters and assignees fall into their words, in lower case and without accents; initials are none.
-- model intermediate.person_word
-- given staging.record
from (values ('A', 'José M. O’Brien', 'Jo Ng'), ('B', null, 'jose Koch')) t(record_no, requester, assignee)
-- expect
from (values ('jose'), ('brien'), ('koch')) t(word)
