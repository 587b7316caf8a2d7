-- Every incident that counts is in the fact, and nothing else is.
-- @severity stop
select
  coalesce(d.record_key, f.record_key) as record_key,
  case when f.record_key is null then 'missing from the fact' else 'not a counted incident' end
    as fault
from (
  select record_key from marts.dim_record where exclusion is null and opened_at is not null
) as d
full join marts.fct_incident as f on f.record_key = d.record_key
where d.record_key is null or f.record_key is null
