-- What each source tells at all. What it never tells of any incident is not computable from it,
-- rather than zero.
-- @grain source
select
  c.source,                   -- Source, as configured
  bool_or(c.tier = 'L1') is true as has_first_level,           -- A group of tier 1
  max(v.highest_tier) <> min(v.lowest_tier) as has_tiers,      -- Groups of more than one tier
  count(k.record_no) > 0 as has_knowledge,                     -- A linked article or known error
  count(r.is_automated) > 0 as has_automation,                 -- The automation flag, true or false
  count(a.record_no) > 0 as has_satisfaction,                  -- An answer of a user
  bool_or(h.has_group_change) is true as has_group_history,    -- A change of the group
  bool_or(h.has_priority_change) is true as has_priority_history,  -- A change of the priority
  bool_or(h.has_category_change) is true as has_category_history,  -- A change of the category
  bool_or(h.has_major_change) is true as has_major_history     -- A change of the declaration as major
from intermediate.counted_incident as c
join staging.record as r on r.record_no = c.record_no
left join intermediate.correction as h on h.record_no = c.record_no
left join intermediate.knowledge_link as k on k.record_no = c.record_no
left join intermediate.satisfaction as a on a.record_no = c.record_no
left join intermediate.handling as v on v.record_no = c.record_no
group by c.source
