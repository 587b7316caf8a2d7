-- Incidents that came back under a new number, with the strongest evidence for it.
-- linked: the new one names the old as parent or original, or quotes its number.
-- same service and category: same requester and category, same CI (where either has none: service).
-- same text: same requester, near-identical title by its letters, of which it needs eight.
-- A return counts from the resolution until 30 days (setting) after closing.
-- @grain record_no
with
incidents as (
  select
    c.record_no,
    c.source,
    c.requester,
    case
      when c.ci is null then ['service ' || c.service]
      else ['ci ' || c.ci, 'no ci, service ' || c.service]
    end as looked_for,
    case
      when c.ci is null then ['service ' || c.service, 'no ci, service ' || c.service]
      else ['ci ' || c.ci, 'service ' || c.service]
    end as answers_to,
    c.category,
    trim(regexp_replace(lower(r.title), '[^\p{L}]+', ' ', 'g')) as text,
    c.opened_at,
    greatest(c.resolved_at, c.opened_at) as resolved_at,
    c.closed_at + to_days(w.recurrence_days) as watched_until,
    list_append(
      regexp_extract_all(
        concat_ws(' ', r.title, r.description), '\b(?:INC\d{5,}|[A-Z]{2,10}-\d+)\b'
      ),
      r.parent_id
    ) as named
  from intermediate.counted_incident as c
  join staging.record as r on r.record_no = c.record_no
  cross join settings.workspace as w
  where c.state is distinct from 'withdrawn'
),

namings as (
  select record_no, source, opened_at, unnest(named) as reference from incidents
),

linked as (
  select o.record_no, n.record_no as came_back_record_no, n.opened_at, 1 as evidence
  from namings as n
  join staging.record_number as r on r.source = n.source and r.reference = n.reference
  join incidents as o on o.record_no = r.record_no
  where n.record_no <> o.record_no
    and n.opened_at > o.resolved_at and n.opened_at <= o.watched_until
),

same_subject as (
  select o.record_no, n.record_no as came_back_record_no, n.opened_at, 2 as evidence
  from (
    select *, unnest(looked_for) as subject from incidents where category is not null
  ) as o
  asof join (select *, unnest(answers_to) as subject from incidents) as n
    on n.source = o.source
    and n.requester = o.requester
    and n.subject = o.subject
    and n.category = o.category
    and n.opened_at > o.resolved_at
  where n.opened_at <= o.watched_until
),

-- Thirty-day blocks keep a person's whole past from being compared with all of it.
watched as (
  select
    *,
    unnest(generate_series(
      epoch(resolved_at)::bigint // 2592000, epoch(watched_until)::bigint // 2592000
    )) as block
  from incidents
  where requester is not null and length(text) >= 8
),

same_text as (
  select o.record_no, n.record_no as came_back_record_no, n.opened_at, 3 as evidence
  from watched as o
  join (from incidents where length(text) >= 8) as n
    on n.source = o.source
    and n.requester = o.requester
    and epoch(n.opened_at)::bigint // 2592000 = o.block
    and n.opened_at > o.resolved_at
    and n.opened_at <= o.watched_until
  where n.text = o.text or jaro_winkler_similarity(n.text, o.text) >= 0.94
),

returns as (
  from linked
  union all
  from same_subject
  union all
  from same_text
)

select
  record_no,                 -- Incident that came back
  arg_min(came_back_record_no, (evidence, opened_at, came_back_record_no))
    as came_back_record_no,  -- Incident it came back as
  min(opened_at) as came_back_at,  -- First return by any evidence
  case min(evidence)
    when 1 then 'linked' when 2 then 'same service and category' else 'same text'
  end as evidence             -- linked, same service and category, same text
from returns
group by record_no
