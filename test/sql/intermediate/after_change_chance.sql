-- A CI that has incidents every few hours has as many after changes as at any time: that is no candidate.
-- model intermediate.after_change
-- given staging.record
select 'CHG1' as record_no, 'change' as record_type, 'SW1' as ci, 'closed' as status,
  timestamptz '2024-03-01 22:00:00+00' as resolved_at
-- given intermediate.incident_facet
select i as record_no, 'SW1' as ci, timestamptz '2024-01-01 00:00:00+00' + to_hours((6 * i)::integer) as opened_at
from range(600) as r(i)
-- expect nothing
