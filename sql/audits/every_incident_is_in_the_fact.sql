-- Every incident that counts is in the fact, and nothing else is.
-- @severity stop
select
  coalesce(d.record_no, f.record_no) as record_no,
  case when f.record_no is null then 'missing from the fact' else 'not a counted incident' end
    as fault
from (
  select record_no from marts.dim_record where exclusion is null and opened_at is not null
) as d
full join marts.fct_incident as f on f.record_no = d.record_no
where d.record_no is null or f.record_no is null
