-- One row a pair of incidents of which the second looks like the first again, whatever the evidence.
-- Struck links stand beside the others and count nowhere.
-- @grain record_no, came_back_record_no
select
  record_no,                   -- Incident that came back
  came_back_record_no,         -- Incident it came back as
  settings.comeback_evidence(strength) as evidence,  -- The strongest: linked, same service and category, same text
  list_filter([
    case when is_linked then settings.comeback_evidence(1) end,
    case when is_same_subject then settings.comeback_evidence(2) end,
    case when is_same_text then settings.comeback_evidence(3) end
  ], lambda each: each is not null) as evidences,  -- All there is, strongest first
  opened_at as came_back_at,   -- Opening of the incident it came back as
  is_struck                    -- A person found it to be none
from intermediate.comeback_link
