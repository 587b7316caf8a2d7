-- A field is filled on a share of all incidents, and what only a resolution gives on a share of those that are resolved.
-- model marts.field_coverage
-- given marts.fct_incident
from (values
  ('1', 'Mail', true, 2.0, null), ('2', null, true, null, 4.0), ('3', 'Mail', false, null, null), ('4', 'Mail', false, null, null)
) t(record_no, service, is_resolved, resolve_hours, satisfaction)
select *, 'desk' as source
-- expect
from (
  from (values
    ('service', 3, 4, 0.75), ('category', 0, 4, 0.0), ('subcategory', 0, 4, 0.0), ('ci', 0, 4, 0.0),
    ('priority', 0, 4, 0.0), ('assignment_group', 0, 4, 0.0), ('assignee', 0, 4, 0.0),
    ('requester', 0, 4, 0.0), ('channel', 0, 4, 0.0), ('location', 0, 4, 0.0),
    ('resolution_code', 0, 4, 0.0), ('opened_at', 0, 4, 0.0), ('occurred_at', 0, 4, 0.0),
    ('detected_at', 0, 4, 0.0), ('responded_at', 0, 4, 0.0), ('resolved_at', 0, 4, 0.0),
    ('closed_at', 0, 4, 0.0), ('observed_hours', 0, 4, 0.0), ('problem_id', 0, 4, 0.0),
    ('is_recategorised', 0, 4, 0.0), ('is_reprioritised', 0, 4, 0.0), ('is_priority_mismatch', 0, 4, 0.0)
  )
  union all
  from (values
    ('resolve_hours', 1, 2, 0.5), ('satisfaction', 1, 2, 0.5), ('first_resolve_hours', 0, 2, 0.0),
    ('business_hours', 0, 2, 0.0), ('active_hours', 0, 2, 0.0), ('hold_hours', 0, 2, 0.0),
    ('hours_lost', 0, 2, 0.0), ('handling_cost', 0, 2, 0.0), ('is_first_contact', 0, 2, 0.0),
    ('is_first_level', 0, 2, 0.0), ('is_escalated_functionally', 0, 2, 0.0),
    ('is_escalated_hierarchically', 0, 2, 0.0), ('has_knowledge', 0, 2, 0.0), ('is_automated', 0, 2, 0.0),
    ('is_sla_resolution_met', 0, 2, 0.0), ('is_sla_response_met', 0, 2, 0.0),
    ('is_sla_recorded_met', 0, 2, 0.0), ('is_sla_disagreement', 0, 2, 0.0)
  )
) t(field, filled_count, record_count, filled_share)
