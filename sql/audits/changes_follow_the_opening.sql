-- A change dated before its record was opened: the log’s time zone may be another.
-- @severity warn
select r.source, r.number, r.opened_at, min(c.changed_at) as first_changed_at
from marts.fct_change as c
join marts.dim_record as r on r.record_no = c.record_no
where c.changed_at < r.opened_at - interval 1 minute
group by r.source, r.number, r.opened_at
order by r.source, r.number
