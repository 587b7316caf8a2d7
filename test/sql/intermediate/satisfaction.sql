-- On a scale from 1 (best) to 4 (worst) an answer of 2 is 1 + 4 × (4 − 2) / (4 − 1) = 3.67; without a stated scale 1–5 is taken as it is; what lies outside is no answer.
-- model intermediate.satisfaction
-- given settings.satisfaction_scale
select 'glpi' as source, 4.0 as worst, 1.0 as best
-- given intermediate.counted_incident
from (values
  ('1', 'glpi'), ('2', 'glpi'), ('3', 'glpi'), ('4', 'desk'), ('5', 'desk'), ('6', 'desk'), ('7', 'desk')
) t(record_no, source)
-- given staging.record
from (values ('1', 2.0), ('2', 1.0), ('3', 5.0), ('4', 4.5), ('5', 0.0), ('6', 80.0), ('7', null))
  t(record_no, satisfaction)
-- expect
from (values ('1', 11 / 3), ('2', 5.0), ('4', 4.5)) t(record_no, satisfaction)
