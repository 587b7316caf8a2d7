-- An incident has the policy of its resolution, and beside our verdict the tool's, with the reason why they differ.
-- model marts.fct_incident
-- given staging.record
from (values ('1', 'P3'), ('2', null)) t(id, priority)
select * exclude (id), id as record_no, id as record_id, 'desk' as source, 'incident' as record_type, 'resolved' as status,
  timestamptz '2024-05-06 09:00:00+00' as opened_at, timestamptz '2024-05-06 10:00:00+00' as resolved_at
-- given intermediate.sla_comparison
from (values ('1', true, 'pause'), ('2', null, null)) t(record_no, is_disagreement, reason)
-- expect
from (values ('1', 'standard P3', true, 'pause'), ('2', null, null, null))
  t(record_no, sla_policy, is_sla_disagreement, sla_disagreement_reason)
