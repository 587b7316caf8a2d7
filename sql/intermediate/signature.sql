-- What each text says, whatever the order, the endings and the slips: its stems.
-- @grain field, form_no
with
stems as (
  select w.field, w.word, coalesce(s.stem, w.stem) as stem
  from intermediate.word as w
  left join intermediate.spelling as s on s.written = w.word
),

used as (
  select field, form_no, incident_count, unnest(words) as word from intermediate.text_form
)

select
  u.field,                    -- title, notes
  u.form_no,                  -- Text
  any_value(u.incident_count) as incident_count,   -- Incidents that say just this
  list_sort(list(distinct s.stem)) as stems        -- In alphabetical order
from used as u
join stems as s on s.field = u.field and s.word = u.word
group by u.field, u.form_no
