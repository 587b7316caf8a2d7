-- Incidents that came back under a new number, with the strongest evidence for it.
-- A link that a person struck is left out.
-- @grain record_no
select
  record_no,                 -- Incident that came back
  arg_min(came_back_record_no, (strength, opened_at, came_back_record_no))
    as came_back_record_no,  -- Incident it came back as
  min(opened_at) as came_back_at,  -- First return by any evidence
  settings.comeback_evidence(min(strength)) as evidence  -- linked, same service and category, same text
from intermediate.comeback_link
where not is_struck
group by record_no
