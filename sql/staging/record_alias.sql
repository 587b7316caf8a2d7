-- Numbers that stand for a record whose own id is known from another file.
-- A list export often has numbers only, an audit trail ids only: this joins them.
-- @grain source, alias
with
named as (
  select distinct source, number, record_id
  from landing.record_version
  where number is not null and number <> record_id
)

select
  source,                     -- Source, as configured
  number as alias,            -- Number of the record
  any_value(record_id) as record_id  -- Id of the one record that has this number
from named
group by source, number
having count(*) = 1
