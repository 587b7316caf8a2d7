-- The rarer a stem the more it weighs: ln(16 / 8) and ln(16 / 2) to a 1024th. One that all say weighs nothing, one
-- that one incident says binds nothing.
-- model intermediate.wording_stem
-- given intermediate.wording
from (values
  (1, 'title', ['desk', 'jam'], 8), (2, 'title', ['desk', 'vpn'], 2), (3, 'title', ['desk', 'once'], 1),
  (4, 'title', ['desk'], 5)
) t(wording_no, field, stems, incident_count)
-- expect
from (values
  (1, 'jam', 710 / 1024, 710 / 1024, 0), (1, 'desk', 0, 710 / 1024, 710 / 1024),
  (2, 'vpn', 2129 / 1024, 2129 / 1024, 0), (2, 'desk', 0, 2129 / 1024, 2129 / 1024),
  (3, 'desk', 0, 0, 0), (4, 'desk', 0, 0, 0)
) t(wording_no, stem, weight, total_weight, weight_before)
