-- Each distinct text once, with its words.
-- @grain field, form_no
with
forms as (
  select field, form_no, any_value(text) as text, count(*) as incident_count
  from intermediate.incident_text
  group by field, form_no
),

-- A hyphen, slash or dot between letters parts two words; beside a digit it belongs to an identifier.
parted as (
  select field, form_no, incident_count, regexp_replace(text, '(\p{L})[-_/.](\p{L})', '\1 \2', 'g') as text
  from forms
)

select
  field,                      -- title, notes
  form_no,                    -- Text
  incident_count,             -- Incidents that say just this
  list_distinct(string_split(trim(regexp_replace(text, '[^\p{L}\d-]+', ' ', 'g')), ' '))
    as words                  -- Each once, in no order
from parted
