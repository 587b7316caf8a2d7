-- Incidents that were resolved with knowledge: an article is linked, or a problem that is marked as
-- a known error.
-- @grain record_no
with
problems as (
  select source, record_id, number
  from staging.record
  where record_type = 'problem'
    and lower(trim(attributes['known_error'])) in ('true', 'yes', '1')
),

known_errors as (
  select source, record_id as reference from problems
  union
  select source, number from problems
),

links as (
  select record_no, 1 as evidence
  from staging.record
  where nullif(trim(knowledge_id), '') is not null
  union all
  select r.record_no, 2
  from staging.record as r
  join known_errors as k on k.source = r.source and k.reference = trim(r.problem_id)
)

select
  l.record_no,                -- Record, unique over sources
  case min(l.evidence) when 1 then 'article' else 'known error' end as evidence  -- article, known error
from links as l
join intermediate.counted_incident as c on c.record_no = l.record_no
group by l.record_no
