-- What users answered, on one scale from 1 (worst) to 5 (best): by the scale stated for the source,
-- else as it is. Answers outside the scale are none.
-- @grain record_no
with
answers as (
  select
    c.record_no,
    c.source,
    r.satisfaction as answer,
    coalesce(s.worst, 1) as worst,
    coalesce(s.best, 5) as best
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  left join settings.satisfaction_scale as s on s.source = c.source
  where r.satisfaction is not null
)

select
  record_no,                  -- Record, unique over sources
  source,                     -- Source, as configured
  1 + 4 * (answer - worst) / (best - worst) as satisfaction  -- 1 worst – 5 best
from answers
where answer between least(worst, best) and greatest(worst, best)
