-- The most frequent wordings, grouped: each follows the most alike of those that are more frequent, if their
-- stems' weights agree to three fifths (Jaccard), and with it the one that follows. Two that agree to three
-- fifths share a stem among the heaviest that make two fifths of each, which is where pairs are looked for.
-- @grain wording_no
with recursive
frequent as (
  select field, wording_no, incident_count
  from intermediate.wording
  qualify row_number() over (partition by field order by wording_no) <= 4000
    and incident_count >= sum(incident_count) over (partition by field) // 25000
),

stems as (
  select s.*
  from intermediate.wording_stem as s
  join frequent as l on l.wording_no = s.wording_no
),

pairs as (
  select distinct a.wording_no, b.wording_no as followed_no
  from stems as a
  join stems as b on b.field = a.field and b.stem = a.stem and b.wording_no < a.wording_no
  where a.weight_before <= 0.4 * a.total_weight
    and b.weight_before <= 0.4 * b.total_weight
    and least(a.total_weight, b.total_weight) >= 0.6 * greatest(a.total_weight, b.total_weight)
),

likenesses as (
  select
    p.wording_no,
    p.followed_no,
    sum(a.weight) / (any_value(a.total_weight) + any_value(b.total_weight) - sum(a.weight)) as likeness
  from pairs as p
  join stems as a on a.wording_no = p.wording_no
  join stems as b on b.wording_no = p.followed_no and b.stem = a.stem
  group by p.wording_no, p.followed_no
),

followed as (
  select wording_no, arg_max(followed_no, (round(likeness, 6), -followed_no)) as followed_no
  from likenesses
  where likeness >= 0.6
  group by wording_no
),

chain(wording_no, group_no) using key (wording_no) as (
  select l.wording_no, coalesce(f.followed_no, l.wording_no)
  from frequent as l
  left join followed as f on f.wording_no = l.wording_no
  union
  select c.wording_no, f.followed_no
  from chain as c
  join followed as f on f.wording_no = c.group_no
)

select
  c.wording_no,               -- Wording
  l.field,                    -- title, notes
  l.incident_count,           -- Incidents that say it
  c.group_no,                 -- Number of the group's most frequent wording
  row_number() over (partition by c.group_no order by c.wording_no) <= 8 as is_guide,  -- One of those that others are compared with
  sum(l.incident_count) over (partition by c.group_no)::bigint as group_count  -- Incidents of the group's leading wordings
from chain as c
join frequent as l on l.wording_no = c.wording_no
