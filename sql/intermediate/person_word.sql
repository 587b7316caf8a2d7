-- Words of the names of requesters and assignees: no word about a fault, and not to be shown.
-- @grain word
with
people as (
  select distinct requester as name from staging.record where requester is not null
  union
  select distinct assignee from staging.record where assignee is not null
)

select distinct
  unnest(regexp_extract_all(lower(strip_accents(name)), '\p{L}{3,}')) as word  -- In lower case, without accents
from people
