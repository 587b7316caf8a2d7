-- What a candidate's incidents have in common: the most frequent values of each field.
-- @grain candidate_no, field, value
with
notes as (
  select f.note_group_no, min(t.record_no) as record_no
  from intermediate.shown_text as t
  join intermediate.incident_facet as f on f.record_no = t.record_no
  where t.field = 'notes'
  group by f.note_group_no
),

facts as (
  select
    i.candidate_no,
    unnest([
      {'field': 'ci', 'value': n.ci},
      {'field': 'assignment_group', 'value': n.assignment_group},
      {'field': 'service', 'value': n.service},
      {'field': 'category', 'value': n.category},
      {'field': 'subcategory', 'value': n.subcategory},
      {'field': 'location', 'value': n.location},
      {'field': 'channel', 'value': n.channel},
      {'field': 'problem', 'value': n.problem_id},
      {'field': 'knowledge', 'value': nullif(trim(r.knowledge_id), '')},
      {'field': 'workaround', 'value': x.note_group_no::varchar}
    ], recursive := true)
  from marts.fct_candidate_incident as i
  join marts.fct_incident as n on n.record_no = i.record_no
  join marts.dim_record as r on r.record_no = i.record_no
  join intermediate.incident_facet as x on x.record_no = i.record_no
),

counted as (
  select
    candidate_no, field, value, count(*) as incident_count
  from facts
  where value is not null
  group by candidate_no, field, value
),

shared as (
  select *, incident_count / sum(incident_count) over (partition by candidate_no, field) as share
  from counted
  qualify row_number() over (
    partition by candidate_no, field order by incident_count desc, value
  ) <= 8
)

select
  s.candidate_no,             -- Candidate
  s.field,                    -- ci, assignment_group, service, category, subcategory, location, channel, problem, knowledge, workaround
  coalesce(t.text, s.value) as value,  -- As exported; workarounds without personal data
  s.incident_count::integer as incident_count,  -- Incidents of the candidate that have it
  s.share,                    -- Of those that have any, 0–1
  row_number() over (
    partition by s.candidate_no, s.field order by s.incident_count desc, s.value
  )::integer as place         -- 1 is the most frequent
from shared as s
left join notes as n on s.field = 'workaround' and n.note_group_no::varchar = s.value
left join intermediate.shown_text as t on t.record_no = n.record_no and t.field = 'notes'
where s.field <> 'workaround' or t.text is not null
qualify row_number() over (
  partition by s.candidate_no, s.field, coalesce(t.text, s.value) order by s.incident_count desc, s.value
) = 1
