-- What the category of incidents that were logged without one, or as "other", would likely be: that of the others
-- that are worded like them. A help for whoever cleans up; no figure uses it.
-- @grain record_no
with
worded as (
  select f.record_no, f.source, f.category, f.is_vague_category, x.group_no, x.wording_no
  from marts.fct_incident as f
  join intermediate.incident_facet as x on x.record_no = f.record_no
  where x.group_no is not null
),

usual as (
  select
    source, group_no, category, incident_count,
    incident_count / sum(incident_count) over (partition by source, group_no) as share
  from (
    select source, group_no, category, count(*) as incident_count
    from worded
    where not is_vague_category
    group by source, group_no, category
  )
)

select
  w.record_no,                -- Incident without a telling category
  w.category as logged_as,    -- As exported; null when empty
  u.category as likely_category,  -- Of the incidents worded like it
  u.share,                    -- Of those incidents, 0–1
  u.incident_count::integer as based_on  -- How many of them have it
from worded as w
join usual as u on u.source = w.source and u.group_no = w.group_no
where w.is_vague_category and u.incident_count >= 5 and u.share >= 0.7
