-- The local days at whose end each incident was open: which incidents the backlog of a day is made
-- of. Only a record whose times are out of order can have two spans over one day.
select
  s.record_no,                -- Record, unique over sources
  timezone(w.zone, s.started_at)::date as first_on,   -- First local day at whose end it was open
  timezone(w.zone, s.ended_at)::date - 1 as last_on   -- Last one; null while it is open
from intermediate.open_span as s
cross join settings.workspace as w
where s.ended_at is null
  or timezone(w.zone, s.ended_at)::date > timezone(w.zone, s.started_at)::date
order by first_on
