-- What is left out of the figures, by the local day it was opened: counted beside them.
-- @grain source, exclusion, opened_on
select
  r.source,                   -- Source, as configured
  coalesce(x.exclusion, 'cancelled') as exclusion,  -- Why
  timezone(w.zone, r.opened_at)::date as opened_on, -- Local day
  count(*)::integer as record_count                 -- Records
from staging.record as r
join intermediate.exclusion as x on x.record_no = r.record_no
cross join settings.workspace as w
where x.exclusion is not null or r.status = 'cancelled'
group by all
