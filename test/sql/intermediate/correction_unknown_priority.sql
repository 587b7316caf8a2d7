-- Priorities that no map knows can be told apart and not compared: a change, and nobody knows whether upwards.
-- model intermediate.correction
-- given staging.record
select '1' as record_no
-- given intermediate.change
select '1' as record_no, 'priority' as field, 'Normal' as from_value, 'Elevated' as to_value
-- expect
select '1' as record_no, true as is_reprioritised, false as is_priority_raised
