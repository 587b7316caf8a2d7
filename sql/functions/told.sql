-- A value in a box, so that an empty one that is told differs from one that isn't: nothing where the
-- export has no column for the field.
create macro settings.told(untold, field, value) as
  case when not coalesce(list_contains(untold, field), false) then {value: value} end;
