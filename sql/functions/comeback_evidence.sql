-- What speaks for an incident being another one again, in words: by its strength in
-- intermediate.comeback_link.
create macro settings.comeback_evidence(strength) as
  case strength when 1 then 'linked' when 2 then 'same service and category' else 'same text' end;
