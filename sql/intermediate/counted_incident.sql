-- The incidents that figures are made of, with their dimensions cleaned of empty texts.
-- Cancelled ones stay: they were opened and part of the backlog until they were cancelled.
-- @grain record_no
select
  r.record_no,                -- Record, unique over sources
  r.source,                   -- Source, as configured
  nullif(trim(r.service), '') as service,                    -- As exported
  r.priority,                 -- P1–P5
  nullif(trim(r.category), '') as category,                  -- As exported
  nullif(trim(r.subcategory), '') as subcategory,            -- As exported
  nullif(trim(r.assignment_group), '') as assignment_group,  -- Now
  g.tier,                     -- Tier of the group
  nullif(trim(r.channel), '') as channel,                    -- As exported
  nullif(trim(r.location), '') as location,                  -- As exported
  nullif(trim(r.ci), '') as ci,                              -- Configuration item
  nullif(trim(r.resolution_code), '') as resolution_code,    -- As exported
  nullif(trim(r.requester), '') as requester,                -- As exported
  r.is_major,                 -- Declared major
  r.opened_at,                -- Instant
  o.state,                    -- open, resolved, withdrawn
  o.resolved_at,              -- Final resolution
  o.resolved_at_source,       -- recorded, history, closed
  o.first_resolved_at,        -- First resolution
  o.closed_at,                -- Closing, else final resolution
  o.withdrawn_at,             -- Cancelled
  r.updated_at,               -- Last update
  a.attribute_1,              -- Dimension of the configuration
  a.attribute_2,              -- Dimension of the configuration
  a.attribute_3,              -- Dimension of the configuration
  a.attribute_4,              -- Dimension of the configuration
  a.attribute_5,              -- Dimension of the configuration
  a.attribute_6,              -- Dimension of the configuration
  a.attribute_7,              -- Dimension of the configuration
  a.attribute_8               -- Dimension of the configuration
from staging.record as r
join intermediate.outcome as o on o.record_no = r.record_no
join intermediate.exclusion as x on x.record_no = r.record_no
left join intermediate.group_tier as g on g.assignment_group = r.assignment_group
left join intermediate.record_attribute as a on a.record_no = r.record_no
where x.exclusion is null and r.opened_at is not null
