-- Incidents that came back under a new number, with the strongest evidence for it.
-- linked: the new one names the old as parent or original, or quotes its number.
-- same service and category: same requester, same CI (else service) and category.
-- same text: same requester, near-identical title once digits are set aside.
-- A return counts from the resolution until 30 days (setting) after closing.
-- @grain record_key
with
incidents as (
  select
    c.record_key,
    c.source,
    c.requester,
    coalesce(c.ci, c.service) as subject,
    c.category,
    r.record_id,
    r.number,
    trim(regexp_replace(lower(r.title), '[^[:alpha:]]+', ' ', 'g')) as text,
    c.opened_at,
    c.resolved_at,
    c.closed_at + to_days(w.recurrence_days) as watched_until,
    coalesce(
      r.parent_id,
      nullif(
        regexp_extract(concat_ws(' ', r.title, r.description), '\b(?:INC\d{5,}|[A-Z]{2,10}-\d+)\b'),
        ''
      )
    ) as quoted
  from intermediate.counted_incident as c
  join staging.record as r on r.record_key = c.record_key
  cross join settings.workspace as w
),

linked as (
  select o.record_key, n.record_key as came_back_record_key, n.opened_at, 1 as evidence
  from incidents as n
  join incidents as o on o.source = n.source and o.number = n.quoted
  where n.record_key <> o.record_key
    and n.opened_at > o.resolved_at and n.opened_at <= o.watched_until
),

same_subject as (
  select o.record_key, n.record_key as came_back_record_key, n.opened_at, 2 as evidence
  from (from incidents where subject is not null and category is not null) as o
  asof join incidents as n
    on n.source = o.source
    and n.requester = o.requester
    and n.subject = o.subject
    and n.category = o.category
    and n.opened_at > o.resolved_at
  where n.opened_at <= o.watched_until
),

same_text as (
  select o.record_key, n.record_key as came_back_record_key, n.opened_at, 3 as evidence
  from incidents as o
  join incidents as n
    on n.source = o.source
    and n.requester = o.requester
    and n.opened_at > o.resolved_at
    and n.opened_at <= o.watched_until
  where length(o.text) >= 8 and length(n.text) >= 8
    and (n.text = o.text or jaro_winkler_similarity(n.text, o.text) >= 0.94)
),

returns as (
  from linked
  union all
  from same_subject
  union all
  from same_text
)

select
  record_key,                 -- Incident that came back
  arg_min(came_back_record_key, (evidence, opened_at, came_back_record_key))
    as came_back_record_key,  -- Incident it came back as
  min(opened_at) as came_back_at,  -- First return by any evidence
  case min(evidence)
    when 1 then 'linked' when 2 then 'same service and category' else 'same text'
  end as evidence             -- linked, same service and category, same text
from returns
group by record_key
