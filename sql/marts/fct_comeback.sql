-- One row a pair of incidents of which the second looks like the first again, whatever the evidence.
-- Struck links stand beside the others and count nowhere.
-- @grain record_no, came_back_record_no
select
  record_no,                   -- Incident that came back
  came_back_record_no,         -- Incident it came back as
  case strength
    when 1 then 'linked' when 2 then 'same service and category' else 'same text'
  end as evidence,             -- The strongest: linked, same service and category, same text
  list_filter([
    case when is_linked then 'linked' end,
    case when is_same_subject then 'same service and category' end,
    case when is_same_text then 'same text' end
  ], lambda each: each is not null) as evidences,  -- All there is, strongest first
  opened_at as came_back_at,   -- Opening of the incident it came back as
  is_struck                    -- A person found it to be none
from intermediate.comeback_link
