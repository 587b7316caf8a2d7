-- Where no column is asked for, nothing is read.
-- model intermediate.record_attribute
-- given staging.record
select '1' as record_no, map {'Floor': '2nd'} as attributes
-- expect nothing
