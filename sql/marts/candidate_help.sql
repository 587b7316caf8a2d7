-- What helps against a candidate, how often it is used and what it costs where it isn't: its article, or, where
-- it has none, the resolution that a third of its incidents share. Counted since it was first used, in the window.
-- @grain candidate_no
with
-- An article that hardly any of its incidents were resolved with isn't about the candidate.
articles as (
  select v.candidate_no, v.value as knowledge_id
  from marts.candidate_value as v
  join (
    select candidate_no, count(*) as incident_count from marts.fct_candidate_incident group by candidate_no
  ) as z on z.candidate_no = v.candidate_no
  where v.field = 'knowledge' and v.place = 1 and v.incident_count >= 0.15 * z.incident_count
),

workarounds as (
  select i.candidate_no, x.note_group_no, any_value(v.value) as workaround
  from marts.fct_candidate_incident as i
  join intermediate.incident_facet as x on x.record_no = i.record_no
  join marts.candidate_value as v
    on v.candidate_no = i.candidate_no and v.field = 'workaround' and v.place = 1 and v.share >= 0.3
  where x.note_group_no is not null
  group by i.candidate_no, x.note_group_no
  qualify row_number() over (
    partition by i.candidate_no order by count(*) desc, x.note_group_no::varchar
  ) = 1
),

resolved as (
  select
    i.candidate_no,
    i.opened_at,
    f.resolve_hours,
    case when a.knowledge_id is null then 'workaround' else 'article' end as kind,
    coalesce(a.knowledge_id, w.workaround) as help,
    case
      when a.knowledge_id is null then coalesce(x.note_group_no = w.note_group_no, false)
      else coalesce(trim(r.knowledge_id) = a.knowledge_id, false)
    end as is_helped
  from marts.fct_candidate_incident as i
  join marts.fct_incident as f on f.record_no = i.record_no
  join marts.dim_record as r on r.record_no = i.record_no
  join intermediate.incident_facet as x on x.record_no = i.record_no
  left join articles as a on a.candidate_no = i.candidate_no
  left join workarounds as w on w.candidate_no = i.candidate_no
  where i.is_in_window and f.is_resolved
    and (a.candidate_no is not null or w.candidate_no is not null)
),

since as (
  select *, min(opened_at) filter (where is_helped) over (partition by candidate_no) as helped_since
  from resolved
)

select
  candidate_no,               -- Candidate
  any_value(kind) as kind,    -- article, workaround
  any_value(help) as help,    -- Number of the article, or the resolution without personal data
  min(helped_since) as helped_since,  -- First use
  (count(*) filter (where is_helped))::integer as helped_count,  -- Incidents resolved with it
  avg(resolve_hours) filter (where is_helped) as helped_hours,   -- Their mean time to resolve
  (count(*) filter (where not is_helped))::integer as unhelped_count,  -- Incidents resolved without it
  avg(resolve_hours) filter (where not is_helped) as unhelped_hours,   -- Their mean time to resolve
  greatest(
    (count(*) filter (where not is_helped))
      * (avg(resolve_hours) filter (where not is_helped) - avg(resolve_hours) filter (where is_helped)),
    0
  ) as unhelped_hours_lost    -- What these took longer, together; 0 when they didn't
from since
where opened_at >= helped_since
group by candidate_no
