-- What an export has no column for while another one of its source has.
-- Columns that no field is read from count as one: attributes.
-- @grain import_id
with
exports as (
  select import_id, source
  from landing.import_log
  where grain in ('incident', 'version')
),

told as (
  select
    e.source,
    e.import_id,
    f.field,
    case when f.field = 'attributes' then f.header else f.field end as told
  from exports as e
  join landing.import_field as f on f.import_id = e.import_id
  where f.header is not null
),

wanted as (
  select distinct source, field, told
  from told
)

select
  e.import_id,                                 -- Import
  list(distinct w.field) as untold             -- Canonical fields, and attributes
from exports as e
join wanted as w on w.source = e.source
anti join told as t
  on t.import_id = e.import_id and t.field = w.field and t.told = w.told
group by e.import_id
