-- Pairs of incidents of which the second looks like the first again, with all evidence for it.
-- linked: the new one names the old as parent or original, or quotes its number.
-- same service and category: same requester and category, same CI (where either has none: service);
-- of these the first after the resolution, and where a person struck that link the first after it.
-- same text: same requester, near-identical title by its letters, of which it needs eight.
-- A return counts from the resolution until 30 days (setting) after closing.
-- @grain record_no, came_back_record_no
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

struck as (
  select o.record_no, n.record_no as came_back_record_no
  from settings.struck_link as s
  join staging.record as o on o.source = s.source and o.record_id = s.record_id
  join staging.record as n on n.source = s.source and n.record_id = s.came_back_record_id
),

namings as (
  select record_no, source, opened_at, unnest(named) as reference from incidents
),

linked as (
  select o.record_no, n.record_no as came_back_record_no, n.opened_at, 1 as strength
  from namings as n
  join staging.record_number as r on r.source = n.source and r.reference = n.reference
  join incidents as o on o.record_no = r.record_no
  where n.record_no <> o.record_no
    and n.opened_at > o.resolved_at and n.opened_at <= o.watched_until
),

-- Of several that were opened in the same instant the first in number, so that builds are alike.
firsts as (
  select source, requester, subject, category, opened_at, min(record_no) as record_no
  from (
    select *, unnest(answers_to) as subject from incidents
    where category is not null and requester is not null
  )
  group by source, requester, subject, category, opened_at
),

same_subject as (
  select o.record_no, n.record_no as came_back_record_no, n.opened_at, 2 as strength
  from (
    select *, unnest(looked_for) as subject from incidents where category is not null
  ) as o
  asof join firsts as n
    on n.source = o.source
    and n.requester = o.requester
    and n.subject = o.subject
    and n.category = o.category
    and n.opened_at > o.resolved_at
  where n.opened_at <= o.watched_until
    -- The engine's ASOF join lets nothing equal nothing at the edge of a block of rows.
    and o.subject is not null and o.requester is not null
),

-- An ASOF join finds only the first: of the few with a struck link, all are looked at.
same_subject_past_struck as (
  select o.record_no, n.record_no as came_back_record_no, n.opened_at, 2 as strength
  from (
    select *, unnest(looked_for) as subject from incidents
    where category is not null and record_no in (select record_no from struck)
  ) as o
  join (select *, unnest(answers_to) as subject from incidents) as n
    on n.source = o.source
    and n.requester = o.requester
    and n.subject = o.subject
    and n.category = o.category
    and n.opened_at > o.resolved_at
    and n.opened_at <= o.watched_until
  left join struck as s
    on s.record_no = o.record_no and s.came_back_record_no = n.record_no
  qualify s.record_no is not null
    or row_number() over (
      partition by o.record_no, o.subject, s.record_no is null order by n.opened_at, n.record_no
    ) = 1
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
  select o.record_no, n.record_no as came_back_record_no, n.opened_at, 3 as strength
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
  from same_subject where record_no not in (select record_no from struck)
  union all
  from same_subject_past_struck
  union all
  from same_text
)

select
  r.record_no,                -- Incident that came back
  r.came_back_record_no,      -- Incident it came back as
  min(r.opened_at) as opened_at,   -- When it came back
  min(r.strength) as strength,     -- Of the strongest evidence: 1 linked, 2 same subject, 3 same text
  bool_or(r.strength = 1) as is_linked,        -- Evidence
  bool_or(r.strength = 2) as is_same_subject,  -- Evidence
  bool_or(r.strength = 3) as is_same_text,     -- Evidence
  bool_or(s.record_no is not null) as is_struck  -- A person found it to be none
from returns as r
left join struck as s
  on s.record_no = r.record_no and s.came_back_record_no = r.came_back_record_no
group by r.record_no, r.came_back_record_no
